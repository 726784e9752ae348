import { bound, mentions, termMentions } from "./bound.js";
import { constant, type Factor, factor, type Monomial, multiply, type Sum, single } from "./index-form.js";

/** The variable of an integral over a line, or over `directions` of them at once, and the ends: of a vector each of its components runs so. */
export interface Line {
  readonly label: string;
  /** As it is written, by which a step can name it; it does not tell integrals apart. */
  readonly written: string;
  readonly directions: number;
  readonly from: Sum;
  readonly to: Sum;
}

/** The line of a factor ∫ … dx. */
export const lineOf = ({ name, labels: [label, written], within: [, from, to] }: Factor): Line | undefined =>
  /^∫\d/.test(name)
    ? { label: label!, written: written!, directions: Number(name.slice(1)), from: from!, to: to! }
    : undefined;

const isEndless = (end: Sum): boolean => end.some(({ factors }) => factors.some(({ name }) => name === "∞"));

/** Whether an integral runs from −∞ to ∞. */
export const isWholeLine = ({ from, to }: Line): boolean =>
  isEndless(from) && isEndless(to) && from[0]!.coefficient.equals(-1) && to[0]!.coefficient.equals(1);

const ofTerm = (term: Monomial, line: Line): Sum => {
  const { label, written, directions, from, to } = line;
  const inside = term.factors.filter((each) => mentions(each, label));
  const outside = { ...term, factors: term.factors.filter((each) => !inside.includes(each)) };
  if (inside.length === 0 && directions === 1 && !isEndless(from) && !isEndless(to))
    return multiply([outside], [...to, ...multiply(constant(-1), from)]);
  const whole = factor(`∫${directions}`, [label, written], [single(...inside), from, to]);
  return [{ ...outside, factors: [...outside.factors, whole] }];
};

/** ∫ … dx of each term, with what does not change with x pulled out; ∫dx alone is the difference of the ends. */
export const overLine = (body: Sum, line: Line): Sum => body.flatMap((term) => ofTerm(term, line));

/** The variable itself, with the direction of a component. */
export const variable = ({ label }: Line, direction: readonly string[] = []): Sum =>
  single(factor(bound, [label, ...direction]));

/** Whether a term changes with the variable. */
export const changes = (term: Monomial, { label }: Line): boolean => termMentions(term, label);
