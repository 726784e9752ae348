import { named } from "../operators/names.js";
import { replaced } from "../scalars/substitute.js";
import { number, plus, times } from "../terms/build.js";
import type { Term } from "../terms/term.js";
import { derivation } from "./derivation.js";
import { jet, jetOf, movedTo } from "./field.js";
import { gathered } from "./tidy.js";
import { alongPlace } from "./variation.js";

/** F[φ + λη] differentiated n times by λ at 0, over n!. */
export const taylorOf = (of: Term, field: string, η: string, order: number): Term => {
  const parts = [of];
  for (let n = 1; n <= order; n++) {
    const rate = derivation(parts[n - 1]!, (part) => {
      const found = jetOf(part, field);
      return found && jet(η, found);
    });
    parts.push(gathered(times(number(`1/${n}`), rate)));
  }
  return gathered(plus(...parts));
};

/** φ → g(ψ), with derivatives by the chain rule. */
export const composed = (of: Term, field: string, ψ: string, formula: Term): Term =>
  gathered(
    replaced(of, (part) => {
      const found = jetOf(part, field);
      if (!found) return undefined;
      let value = movedTo(formula, named("·"), found.place);
      for (let k = 0; k < found.order; k++) value = alongPlace(value, found.place, ψ);
      return value;
    }),
  );
