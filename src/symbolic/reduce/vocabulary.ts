import { atoms, number, over, symbol, times } from "../terms/build.js";
import type { Term } from "../terms/term.js";

/** The quantities that every system of atoms has. */
export const i = symbol("i");
export const mass = symbol("m", 0, { subscript: i });
export const position = symbol("r", 1, { subscript: i });
export const momentum = symbol("p", 1, { subscript: i });
export const force = symbol("F", 1, { subscript: i });
export const epsilon = symbol("ε");
export const beta = symbol("β");
export const atomMass = symbol("m̂");
export const W = symbol("W");
export const hamiltonian = symbol("H");

/** A phase function that has a name: the name, and its formula in atoms. */
export interface Named {
  readonly symbol: Term;
  readonly formula: Term;
}

/** A nanoparticle, or the component `label` of several: θᵢ marks its atoms, m = Σ mᵢθᵢ. */
const body = (label: string) => {
  const subscript = label ? number(label) : undefined;
  const theta = symbol(label ? `θ^(${label})` : "θ", 0, { subscript: i });
  const m = symbol("m");
  const name = (letter: string) => symbol(letter, 1, { subscript });
  return {
    theta,
    R: { symbol: name("R"), formula: over(atoms("i", times(mass, theta, position)), m) },
    P: { symbol: name("P"), formula: atoms("i", times(theta, momentum)) },
    f: { symbol: name("f"), formula: atoms("i", times(theta, force)) },
    m: { symbol: m, formula: atoms("i", times(mass, theta)) },
  };
};

/** The quantities of the body that a name such as "R" or "P_2" belongs to, if it is one. */
export const bodyOf = (name: string): ReturnType<typeof body> | undefined => {
  const match = /^[RP](?:_(\d+))?$/.exec(name);
  return match ? body(match[1] ?? "") : undefined;
};
