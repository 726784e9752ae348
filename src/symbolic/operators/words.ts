/** Polynomials in letters that do not commute: sums of words, each with a scalar in front. */

import { PhysicsError } from "../../errors.js";
import { text } from "../notation/text.js";
import { tidy } from "../scalars/expand.js";
import { integral, minus, number, one, plus, power, semigroup, times, zero } from "../terms/build.js";
import type { Term } from "../terms/term.js";
import { mentions } from "./names.js";

/** c · a b c …: letters are names of operators, e^{Gt}, and integrals over operators. */
export interface Word {
  readonly coefficient: Term;
  readonly letters: readonly Term[];
}

const isZero = ({ key }: Term): boolean => key === zero.key;
const isOne = ({ key }: Term): boolean => key === one.key;

/** e^{Gs} e^{Gt} = e^{G(s + t)}, e^{G0} = 1, e^{Gt} G = G e^{Gt}. */
const joined = (letters: readonly Term[]): readonly Term[] => {
  for (let i = 1; i < letters.length; i++) {
    const [a, b] = [letters[i - 1]!, letters[i]!];
    if (a.head !== "semigroup") continue;
    const [before, after] = [letters.slice(0, i - 1), letters.slice(i + 1)];
    if (b.head === "semigroup" && a.parts[0]!.key === b.parts[0]!.key)
      return joined([...before, ...exponential(a.parts[0]!, plus(a.parts[1]!, b.parts[1]!)), ...after]);
    if (a.parts[0]!.key === b.key) return joined([...before, b, a, ...after]);
  }
  return letters;
};

/** e^{Gt} as a letter, or none for t = 0. */
const exponential = (generator: Term, time: Term): readonly Term[] => {
  const t = tidy(time);
  return isZero(t) || isZero(generator) ? [] : [semigroup(generator, t)];
};

/** e^{(cG)t} = e^{G(ct)}. */
const semigroupWord = (of: Term): Word => {
  const [generator, time] = of.parts as [Term, Term];
  const inside = words(generator);
  const [only, ...more] = inside;
  const letters =
    only && more.length === 0
      ? exponential(join(only.letters), times(only.coefficient, time))
      : exponential(gather(inside), time);
  return { coefficient: one, letters };
};

const product = (a: readonly Word[], b: readonly Word[]): readonly Word[] =>
  a.flatMap((left) =>
    b.map((right) => ({
      coefficient: times(left.coefficient, right.coefficient),
      letters: [...left.letters, ...right.letters],
    })),
  );

/** ∫ c a b … ds: what does not depend on s and stands at an end goes out in front or behind. */
const integralWord = (of: Term, { coefficient, letters }: Word): Word => {
  const ends = of.parts.slice(1);
  const isFree = (letter: Term) => !mentions(letter, of.name);
  const first = letters.findIndex((letter) => !isFree(letter));
  const front = first < 0 ? letters : letters.slice(0, first);
  const behind = first < 0 ? [] : letters.slice(letters.findLastIndex((letter) => !isFree(letter)) + 1);
  const inner = letters.slice(front.length, letters.length - behind.length);
  const scalar = tidy(coefficient);
  if (inner.length === 0 && !mentions(scalar, of.name))
    return { coefficient: times(scalar, plus(ends[1]!, minus(ends[0]!))), letters: front };
  if (inner.length === 0) return { coefficient: integral(of.name, scalar, ...ends), letters: front };
  const kept = mentions(scalar, of.name);
  const body = kept ? times(scalar, ...inner) : join(inner);
  return { coefficient: kept ? one : scalar, letters: [...front, integral(of.name, body, ...ends), ...behind] };
};

const beyond = (of: Term): never => {
  throw new PhysicsError("expression", {
    what: `${text(of)} is no word of operators`,
    expected: "names of operators with sums, products, powers, commutators, exponentials and integrals over scalars",
    remedy: "Write derivatives as operators with a name of their own",
  });
};

/** An operator multiplied out, the order of its letters kept. @throws PhysicsError "expression" on what is no polynomial in letters */
const words = (of: Term): readonly Word[] => {
  if (of.sort === "function") return [{ coefficient: of, letters: [] }];
  const [a, b] = of.parts as [Term, Term];
  switch (of.head) {
    case "symbol":
      return [{ coefficient: one, letters: [of] }];
    case "plus":
      return of.parts.flatMap(words);
    case "times":
      return of.parts.reduce<readonly Word[]>(
        (sum, part) => product(sum, words(part)),
        [{ coefficient: one, letters: [] }],
      );
    case "power":
      return words(times(...Array<Term>(Number(b.value)).fill(a)));
    case "commutator":
      return words(plus(times(a, b), minus(times(b, a))));
    case "semigroup":
      return [semigroupWord(of)];
    case "integral":
      return wordsOf(a).map((word) => integralWord(of, word));
    default:
      return beyond(of);
  }
};

/** Short words first, those of one length as in a dictionary. */
const byLength = (a: Word, b: Word): number => {
  const [left, right] = [a, b].map(({ letters }) => letters.map(({ key }) => key).join(" ")) as [string, string];
  return a.letters.length - b.letters.length || (left < right ? -1 : left > right ? 1 : 0);
};

/** A sum of words, each once, the scalars in front of like ones added; those that cancel are left out. */
const collected = (all: readonly Word[]): readonly Word[] => {
  const kinds = new Map<string, Word>();
  for (const { coefficient, letters } of all) {
    const word = joined(letters);
    const key = word.map((letter) => letter.key).join(" ");
    const before = kinds.get(key);
    kinds.set(key, { coefficient: before ? plus(before.coefficient, coefficient) : coefficient, letters: word });
  }
  const kept = [...kinds.values()]
    .map(({ coefficient, letters }) => ({ coefficient: tidy(coefficient), letters }))
    .filter(({ coefficient }) => !isZero(coefficient));
  return kept.every(({ letters }) => letters.every(({ head }) => head === "symbol")) ? kept.sort(byLength) : kept;
};

/** a b c, like neighbours as powers. */
const join = (letters: readonly Term[]): Term => {
  const runs: { letter: Term; count: number }[] = [];
  for (const letter of letters) {
    const last = runs.at(-1);
    if (last?.letter.key === letter.key) last.count++;
    else runs.push({ letter, count: 1 });
  }
  return times(...runs.map(({ letter, count }) => (count === 1 ? letter : power(letter, number(count)))));
};

/** A sum of words as a term. */
export const gather = (all: readonly Word[]): Term => {
  const parts = collected(all).map(({ coefficient, letters }) => {
    if (letters.length === 0) return coefficient;
    if (isOne(coefficient)) return join(letters);
    const front = coefficient.head === "times" ? coefficient.parts : [coefficient];
    const behind = join(letters);
    return times(...front, ...(behind.head === "times" ? behind.parts : [behind]));
  });
  return plus(...parts);
};

/** The normal form of a polynomial in letters that do not commute: expanded, like words added. @throws PhysicsError "expression" */
export const wordsOf = (of: Term): readonly Word[] => collected(words(of));

/** The same operator in its normal form. @throws PhysicsError "expression" */
export const expanded = (of: Term): Term => gather(words(of));

/** Whether A B = B A follows from the normal form. */
export const commute = (a: Term, b: Term): boolean => wordsOf(plus(times(a, b), minus(times(b, a)))).length === 0;
