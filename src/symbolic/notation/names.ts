import type { Declaration, Declarations } from "../terms/declarations.js";
import type { Term } from "../terms/term.js";
import { baseOf } from "./declare.js";

/** t_0 of t₀, θ_i of θᵢ: the name with its subscript, by which binders call their variable. */
export const labelOf = ({ name, parts: [subscript], subscripts }: Term): string =>
  subscripts ? `${name}_${subscript!.value?.toFraction() ?? subscript!.name}` : name;

/** What a symbol was declared as: A₁ as "A_1" before "A", θᵢ as "θ_", Λₙ as "Λ". */
export const declarationOf = (declarations: Declarations, of: Term): Declaration | undefined =>
  of.subscripts
    ? (declarations.get(labelOf(of)) ?? declarations.get(`${of.name}_`) ?? declarations.get(of.name))
    : declarations.get(of.name);

const spellings = new WeakMap<Declarations, ReadonlyMap<string, string>>();

const spelled = (declarations: Declarations): ReadonlyMap<string, string> => {
  const known = spellings.get(declarations);
  if (known) return known;
  const all = new Map<string, string>();
  for (const [name, declaration] of declarations)
    for (const spelling of [name, ...declaration.spellings]) all.set(baseOf(spelling), baseOf(name));
  spellings.set(declarations, all);
  return all;
};

/** A word as the name that it spells, with the digits behind it that are a subscript: t0 is t₀. */
export const resolve = (
  declarations: Declarations,
  word: string,
): { readonly name: string; readonly digits: string | undefined } | undefined => {
  const all = spelled(declarations);
  const own = all.get(word);
  if (own !== undefined) return { name: own, digits: undefined };
  const [, family = "", digits] = /^(.*?\D)(\d+)$/u.exec(word) ?? [];
  const name = all.get(family);
  return name === undefined ? undefined : { name, digits };
};

/** All spellings of all names. */
export const vocabulary = (declarations: Declarations): readonly string[] => [...spelled(declarations).keys()];
