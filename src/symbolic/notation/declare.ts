import { PhysicsError } from "../../errors.js";
import type { Declaration, Declarations, Role } from "../terms/declarations.js";

/** A declaration as it is written: what is left out is scalar, depends on nothing, and is printed as it is spelled. */
export interface Declared {
  readonly role: Role;
  readonly rank?: number;
  readonly of?: readonly string[];
  readonly tex?: string;
  readonly spellings?: readonly string[];
}

/** The form in which names are compared: letters and their accents apart. */
export const canonical = (name: string): string => name.normalize("NFD").replaceAll("ǫ", "ε").replaceAll("ϵ", "ε");

/**
 * Declares names: { R: { role: "slow", rank: 1 }, W: { role: "function", of: ["R", "t"] } }.
 * @throws PhysicsError "parameter" for a spelling of two names
 */
export const declare = (names: Readonly<Record<string, Declared>>): Declarations => {
  const all = new Map<string, Declaration>();
  const taken = new Map<string, string>();
  for (const [name, { role, rank = 0, of = [], tex = name, spellings = [] }] of Object.entries(names)) {
    all.set(canonical(name), { role, rank, of: of.map(canonical), tex, spellings: spellings.map(canonical) });
    for (const spelling of [name, ...spellings].map(canonical)) {
      const other = taken.get(spelling);
      if (other !== undefined && other !== name)
        throw new PhysicsError("parameter", {
          what: `${spelling} spells both ${other} and ${name}`,
          expected: "spellings that belong to one name each",
          remedy: "Choose another spelling for one of them",
        });
      taken.set(spelling, name);
    }
  }
  return all;
};
