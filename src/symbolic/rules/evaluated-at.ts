import type { Declarations } from "../terms/declarations.js";
import { dependsOn } from "./dependence.js";
import { constant, eachFactor, type Factor, factor, relabel, type Sum, single } from "./index-form.js";
import { raised } from "./powers.js";

const one = (of: Factor, name: string, value: Sum, declarations: Declarations): Sum => {
  if (!dependsOn(of, name, declarations)) return single(of);
  if (of.name === name) {
    const there = relabel(value, new Map(of.labels.map((label) => ["·", label])));
    return raised(there, constant(of.exponent), declarations);
  }
  const { exponent, ...rest } = of;
  const whole = factor(`|${name}`, [], [single({ ...factor(rest.name, rest.labels, rest.within) }), value]);
  return single({ ...whole, exponent });
};

/** A sum where x has a value, factor by factor: x itself becomes the value, of which a vector is written along "·"; what does not depend on x stays. */
export const evaluatedAt = (sum: Sum, name: string, value: Sum, declarations: Declarations): Sum =>
  eachFactor(sum, (each) => one(each, name, value, declarations));
