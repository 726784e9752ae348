import { written } from "./canonical.js";
import { constant, type Factor, factor, type Monomial, single } from "./index-form.js";
import { type Run, running } from "./over-index.js";

/** The momenta of the nanoparticle that an integral runs over: all components of p₁ … p_M, or one of each, x₁ … x_M. */
export const momentaOf: Readonly<Record<string, string>> = { "∫Γ1*": "p_", "∫Γx*": "x_" };

/** The atoms of the nanoparticle, numbered from 1 to M. */
export const nanoparticle = (label: string): Run => ({ label, from: constant(1), to: single(factor("M")) });

/** Whether a factor says that a label is that of an atom of the nanoparticle. */
export const isOfNanoparticle = (of: Factor, label: string): boolean =>
  of.name === "∈" && written(single(of)) === written(running(nanoparticle(label)));

/** The atom over which a term is summed and whose momenta stand in it: one, of the nanoparticle; undefined of every other term. */
export const atomOf = ({ factors, bound }: Monomial, momenta: string): string | undefined => {
  const [atom, ...others] = new Set(factors.flatMap(({ name, labels }) => (name === momenta ? [labels[0]!] : [])));
  const isSummed = atom !== undefined && others.length === 0 && bound.includes(atom);
  return isSummed && factors.some((each) => isOfNanoparticle(each, atom)) ? atom : undefined;
};
