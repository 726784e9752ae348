import { number, symbol } from "../terms/build.js";
import type { Declaration, Declarations } from "../terms/declarations.js";
import type { Term } from "../terms/term.js";

/** A name as it is written: what it is called, what it stands for, and the subscript that its digits are. */
export interface Found {
  readonly name: string;
  readonly declaration: Declaration;
  readonly subscript: Term | undefined;
}

/** What a spelling means: the name itself, another spelling of it, or a family with digits behind, t0 for t₀. */
export const find = (declarations: Declarations, spelling: string): Found | undefined => {
  const own = declarations.get(spelling);
  if (own) return { name: spelling, declaration: own, subscript: undefined };
  for (const [name, declaration] of declarations)
    if (declaration.spellings.includes(spelling)) return { name, declaration, subscript: undefined };
  const [, family, digits, primes = ""] = /^(.*?\D)(\d+)('*)$/u.exec(spelling) ?? [];
  const found = family === undefined ? undefined : find(declarations, family + primes);
  return found && !found.subscript ? { ...found, subscript: number(digits!) } : undefined;
};

/** The term of a name. */
export const named = (
  { name, declaration: { role, rank } }: Omit<Found, "subscript">,
  subscript?: Term,
  starred = false,
  args: readonly Term[] = [],
): Term => symbol(name, rank, { subscript, starred, args, sort: role === "operator" ? "operator" : "function" });

/** What a symbol was declared as: A₁ as "A_1", θᵢ as "θ_", Λₙ as "Λ". */
export const declarationOf = (
  declarations: Declarations,
  { name, parts, subscripts }: Term,
): Declaration | undefined => {
  const [subscript] = parts;
  const label = subscripts ? (subscript!.value?.toFraction() ?? subscript!.name) : undefined;
  const own = label === undefined ? undefined : (declarations.get(`${name}_${label}`) ?? declarations.get(`${name}_`));
  return own ?? declarations.get(name);
};

/** How many letters must change to turn one name into the other. */
const distance = (a: string, b: string): number => {
  let row = Array.from({ length: b.length + 1 }, (_, j) => j);
  for (const [i, letter] of [...a].entries()) {
    const next = [i + 1];
    for (let j = 0; j < b.length; j++)
      next.push(Math.min(next[j]! + 1, row[j + 1]! + 1, row[j]! + (letter === b[j] ? 0 : 1)));
    row = next;
  }
  return row[b.length]!;
};

/** The declared names nearest to a spelling. */
export const nearest = (declarations: Declarations, spelling: string): readonly string[] => {
  const all = [...declarations].flatMap(([name, { spellings }]) => [name, ...spellings]);
  const near = all.map((name) => [distance(name, spelling), name] as const).sort(([a], [b]) => a - b);
  return near.slice(0, 3).map(([, name]) => name);
};
