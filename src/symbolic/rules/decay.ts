import Fraction from "fraction.js";
import { parse } from "../notation/index.js";
import type { Grounds } from "../statements/interpreters.js";
import { written } from "./canonical.js";
import { type Factor, single } from "./index-form.js";
import { inComponents } from "./normal-form.js";

/**
 * Whether what decays stands among the factors of an integrand, itself or differentiated once, and nothing beside it that may grow
 * as fast: no other exponential, and no power of it below 0.
 */
export type Decays = (integrand: readonly Factor[]) => boolean;

const sentence = /^(.+) decays at infinity$/u;

/** What a hypothesis in words, "ρ decays at infinity", says of an integrand. */
export const decay = (
  hypothesis: string,
  { words, declarations }: Grounds,
  fresh: () => string,
): Decays | { readonly missing: string } => {
  const [, subject] = sentence.exec(words.get(hypothesis) ?? "") ?? [];
  if (subject === undefined) return { missing: "that the integrand decays at infinity, named as a hypothesis" };
  const form = written(inComponents(parse(subject, declarations), declarations, fresh));
  const isSubject = (of: Factor): boolean =>
    written(single(of)) === form || (of.name.startsWith("∂") && written(of.within[0]!) === form);
  const mayGrow = (of: Factor): boolean =>
    (of.name === "exp" && !isSubject(of)) ||
    (of.exponent.compare(0) < 0 && written(single({ ...of, exponent: new Fraction(1) })) === form);
  return (integrand) => integrand.some(isSubject) && !integrand.some(mayGrow);
};
