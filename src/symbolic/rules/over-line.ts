import { constant, type Factor, factor, multiply, type Sum, single } from "./index-form.js";
import { isEndless } from "./linear.js";

/** The variable of an integral over a line, or of a vector, each of whose components runs along one, and the ends. */
export interface Line {
  readonly label: string;
  /** How many components a vector has; undefined for a scalar. */
  readonly directions?: number;
  readonly from: Sum;
  readonly to: Sum;
}

/** The line of a factor ∫ … dx. */
export const lineOf = ({ name, labels: [label, directions], within: [, from, to] }: Factor): Line | undefined =>
  name === "∫"
    ? { label: label!, ...(directions && { directions: Number(directions) }), from: from!, to: to! }
    : undefined;

/** ∫ … dx, to be applied to a body. */
export const overLine = ({ label, directions, from, to }: Line): Factor =>
  factor("∫", [label, ...(directions ? [`${directions}`] : [])], [[], from, to]);

/** The line from −∞ to ∞ for a variable, or for the components of a vector. */
export const wholeLine = (label: string, directions?: number): Line => {
  const to = single(factor("∞"));
  return { label, ...(directions && { directions }), from: multiply(constant(-1), to), to };
};

/** Whether an integral runs from −∞ to ∞. */
export const isWholeLine = ({ from, to }: Line): boolean =>
  isEndless(from) && isEndless(to) && from[0]!.coefficient.equals(-1) && to[0]!.coefficient.equals(1);

/** The variable itself, with the direction of a component. */
export const variable = ({ label }: Line, direction: readonly string[] = []): Sum =>
  single(factor("•", [label, ...direction]));
