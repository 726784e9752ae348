import type { Equation } from "../statements/equation.js";
import type { Grounds } from "../statements/interpreters.js";
import type { Term } from "../terms/term.js";
import { written } from "./canonical.js";
import { factor, single } from "./index-form.js";
import { applied } from "./linear.js";
import { inComponents } from "./normal-form.js";
import { type Rewriting, rewritten } from "./rule.js";

/** Whether an equation says what Aᵗʰ is for an arbitrary scalar A. */
export const isAverage = ({ left }: Equation): boolean =>
  left.head === "average" && left.rank === 0 && left.parts[0]!.head === "symbol";

const arbitrary = ({ left }: Equation): string => (left.parts[0] as Term).name;

/** Aᵗʰ by ∫ρ̂ΔA dΓ*, whatever stands for A. */
export const unfoldedAverage = (equation: Equation, { declarations }: Grounds, fresh: () => string): Rewriting => {
  const name = arbitrary(equation);
  return (of) =>
    of.name !== "th"
      ? undefined
      : rewritten(
          inComponents(equation.right, declarations, fresh),
          (each) => (each.name === name ? of.within[0]! : undefined),
          declarations,
        );
};

/** ∫ρ̂ΔA dΓ* by Aᵗʰ: A is what stands beside ρ̂ and Δ. */
export const foldedAverage = (equation: Equation, { declarations }: Grounds, fresh: () => string): Rewriting => {
  const [whole] = inComponents(equation.right, declarations, fresh);
  const [integral] = whole!.factors;
  const weights = integral!.within[0]![0]!.factors.filter(({ name }) => name !== arbitrary(equation));
  const forms = new Set(weights.map((each) => written(single(each))));
  return ({ name, within: [body] }) => {
    const [only, ...more] = name === integral!.name ? body! : [];
    if (!only || more.length > 0) return undefined;
    const isWeight = only.factors.map((each) => forms.has(written(single(each))));
    if (isWeight.filter(Boolean).length !== weights.length) return undefined;
    const averaged = single(...only.factors.filter((_, i) => !isWeight[i]));
    return applied(factor("th", [], [[]]), averaged, declarations);
  };
};
