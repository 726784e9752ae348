import { PhysicsError } from "../../errors.js";
import { type Declared, declare } from "../notation/declare.js";
import type { Declarations, Role } from "../terms/declarations.js";
import type { Problem } from "./problem.js";

const atom = (rank: number, ...spellings: readonly string[]): Declared => ({ role: "atom", rank, spellings });

/** What every formula may hold: the atoms' masses, places, momenta and forces, which of them belong to the body, and the constants. */
const common: Readonly<Record<string, Declared>> = {
  m_: atom(0),
  r_: atom(1),
  p_: atom(1),
  F_: atom(1),
  θ_: atom(0, "theta_"),
  ε: { role: "constant", spellings: ["epsilon", "eps"] },
  β: { role: "constant", spellings: ["beta"] },
  m̂: { role: "constant", spellings: ["mhat"] },
};

/** Names of the method itself. */
const taken = ["W", "W̃", "ρ", "ρ̂", "Q", "H", "Δ", "t", "s", "A", "N", "𝓛"].map((name) => name.normalize("NFD"));

const refuseTaken = (name: string): void => {
  if (taken.includes(name.normalize("NFD")) || name in common)
    throw new PhysicsError("parameter", {
      what: `${name} is a name of the method`,
      expected: `other names than ${taken.join(", ")}`,
      remedy: "Choose another letter",
    });
};

/** "K_i" declares K for every atom, "ξ_1" that name alone. */
const keyOf = (name: string): string => (name.endsWith("_i") ? name.slice(0, -1) : name);

const own = (names: readonly string[], role: Role, vectors: ReadonlySet<string>): Record<string, Declared> => {
  for (const name of names) refuseTaken(name);
  const rank = (name: string) => (vectors.has(name) ? 1 : 0);
  return Object.fromEntries(
    names.map((name) => [keyOf(name), { role: name.endsWith("_i") ? "atom" : role, rank: rank(name) }]),
  );
};

/** The coordinates that are the problem's own: those with a motion that are not of the atoms. */
export const ownCoordinates = ({ motion = {} }: Problem): readonly string[] =>
  Object.keys(motion).filter((name) => !(keyOf(name) in common));

/** The names that the formulas of a problem may hold. @throws PhysicsError "parameter" for a name that the method uses itself */
export const dictionaryOf = (problem: Problem): Declarations => {
  const { constants = [], fast = [], vectors = [] } = problem;
  const wide = new Set(vectors);
  return declare({
    ...common,
    m: { role: "constant" },
    ...own(constants, "constant", wide),
    ...own([...ownCoordinates(problem), ...fast], "variable", wide),
  });
};
