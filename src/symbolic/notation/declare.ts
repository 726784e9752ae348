import { PhysicsError } from "../../errors.js";
import type { Declaration, Declarations, Role } from "../terms/declarations.js";

/** A declaration as it is written: what is left out is a scalar, depends on nothing, and is printed as it is spelled. */
export interface Declared {
  readonly role: Role;
  readonly rank?: number;
  readonly of?: readonly string[];
  readonly positive?: true;
  readonly except?: readonly string[];
  readonly tex?: string;
  readonly spellings?: readonly string[];
}

/** The form in which names are compared: letters and their accents apart, one ε. */
export const canonical = (name: string): string => name.normalize("NFD").replace(/[ǫϵ]/gu, "ε");

/** ρ of "ρ_0", θ of "θ_": the name without the subscript that it is declared with. */
export const baseOf = (name: string): string => name.replace(/_.*$/u, "");

const claim = (taken: Map<string, string>, spelling: string, base: string): void => {
  const other = taken.get(spelling);
  if (other !== undefined && other !== base)
    throw new PhysicsError("parameter", {
      what: `${spelling} spells both ${other} and ${base}`,
      expected: "spellings that belong to one name each",
      remedy: "Choose another spelling for one of them",
    });
  taken.set(spelling, base);
};

/**
 * Declares names: `{ R: { role: "slow", rank: 1 }, W: { role: "function", of: ["R", "t"] } }`. "A_1" declares A₁ apart from A, and
 * "θ_" the θᵢ of the atoms apart from a θ without subscript. `of` names the arguments in their order.
 * @throws PhysicsError "parameter" for a spelling of two names
 */
export const declare = (names: Readonly<Record<string, Declared>>): Declarations => {
  const all = new Map<string, Declaration>();
  const taken = new Map<string, string>();
  for (const [name, declared] of Object.entries(names)) {
    const { role, rank = 0, of = [], except = [], tex = baseOf(name), spellings = [], positive } = declared;
    const others = spellings.map(canonical);
    const sign = positive ? { positive } : {};
    const exceptions = except.length > 0 ? { except: except.map(canonical) } : {};
    all.set(canonical(name), { role, rank, of: of.map(canonical), ...exceptions, ...sign, tex, spellings: others });
    for (const spelling of [canonical(name), ...others]) claim(taken, baseOf(spelling), baseOf(canonical(name)));
  }
  return all;
};
