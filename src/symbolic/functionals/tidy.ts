import { tidy } from "../scalars/expand.js";
import { replaced } from "../scalars/substitute.js";
import { integral, plus, symbol, times, zero } from "../terms/build.js";
import type { Term } from "../terms/term.js";
import { holds } from "./field.js";

const isOpaque = ({ head, rank }: Term): boolean => rank === 0 && ["apply", "integral", "delta", "dot"].includes(head);

/** ∫ c f dv as c ∫ f dv, with the c that do not depend on v in front. */
const pulled = (variable: string, body: Term): Term => {
  const factors = body.head === "times" ? body.parts : [body];
  const front = factors.filter((factor) => !holds(factor, variable));
  const inside = factors.filter((factor) => holds(factor, variable));
  if (inside.length === 0) return integral(variable, body);
  return times(...front, integral(variable, times(...inside)));
};

/** Sums and products multiplied out, like terms added, integrals taken term by term; derivatives, dots and δ count as names. */
export const gathered = (of: Term): Term => {
  const names = new Map<string, { readonly name: Term; readonly of: Term }>();
  const hidden = replaced(of, (part) => {
    if (!isOpaque(part)) return undefined;
    if (part.head === "integral") {
      const body = gathered(part.parts[0]!);
      const parts = body.head === "plus" ? body.parts : [body];
      const linear = parts.filter(({ key }) => key !== zero.key).map((each) => pulled(part.name, each));
      return plus(...linear.map(hiddenIn));
    }
    return nameFor(part);
  });
  function nameFor(part: Term): Term {
    const known = names.get(part.key) ?? { name: symbol(`\uffff${String(names.size).padStart(3, "0")}`), of: part };
    names.set(part.key, known);
    return known.name;
  }
  function hiddenIn(each: Term): Term {
    const factors = each.head === "times" ? each.parts : [each];
    return times(...factors.map((factor) => (isOpaque(factor) ? nameFor(factor) : factor)));
  }
  const back = new Map([...names.values()].map(({ name, of: part }) => [name.key, part]));
  return replaced(tidy(hidden), ({ key }) => back.get(key));
};
