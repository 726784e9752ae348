import Fraction from "fraction.js";
import { PhysicsError } from "../../errors.js";
import { asTerm } from "../monomials/monomial.js";
import { text } from "../notation/text.js";
import { monomials } from "../scalars/expand.js";
import { commutator, number, plus, times, zero } from "../terms/build.js";
import type { Term } from "../terms/term.js";
import { gather, type Word, wordsOf } from "./words.js";

/** The words of one degree and one scalar in front, with rational numbers. */
interface Piece {
  readonly scalar: Term;
  readonly letters: readonly Term[];
  readonly words: ReadonlyMap<string, Fraction>;
}

const keyOf = (letters: readonly Term[]): string => letters.map(({ key }) => key).join(" ");
const refuse = (of: Term): never => {
  throw new PhysicsError("expression", {
    what: `${text(of)} is not made of commutators`,
    expected: "names of operators and their commutators, with scalars in front",
    remedy: "Leave it as a sum of words: expand()",
  });
};

/** A sum of words by the scalar in front, the letters that occur and how often. */
const piecesOf = (words: readonly Word[]): readonly Piece[] => {
  const pieces = new Map<string, { scalar: Term; letters: readonly Term[]; words: Map<string, Fraction> }>();
  for (const { coefficient, letters } of words)
    for (const each of monomials(coefficient)) {
      const scalar = asTerm({ ...each, coefficient: new Fraction(1) });
      const sorted = [...letters].sort((a, b) => (a.key < b.key ? -1 : a.key > b.key ? 1 : 0));
      const key = `${scalar.key} ${keyOf(sorted)}`;
      const piece = pieces.get(key) ?? { scalar, letters: sorted, words: new Map<string, Fraction>() };
      piece.words.set(keyOf(letters), each.coefficient);
      pieces.set(key, piece);
    }
  return [...pieces.values()].sort(
    (a, b) => a.letters.length - b.letters.length || (keyOf(a.letters) < keyOf(b.letters) ? -1 : 1),
  );
};

/** All different orders of letters, in the order of the letters. */
const ordersOf = (letters: readonly Term[]): readonly (readonly Term[])[] => {
  if (letters.length <= 1) return [letters];
  const firsts = letters.filter(({ key }, i) => letters.findIndex((other) => other.key === key) === i);
  return firsts.flatMap((first) => {
    const at = letters.indexOf(first);
    return ordersOf(letters.filter((_, i) => i !== at)).map((rest) => [first, ...rest]);
  });
};

/** [a, [b, [c, d]]]. */
const nested = (letters: readonly Term[]): Term => letters.reduceRight((inner, letter) => commutator(letter, inner));

interface Row {
  readonly values: Map<string, Fraction>;
  /** The combination of commutators that it is, by their place in the basis. */
  readonly made: Map<number, Fraction>;
  readonly pivot: string;
}

const subtracted = (
  from: Map<string | number, Fraction>,
  other: ReadonlyMap<string | number, Fraction>,
  share: Fraction,
): void => {
  for (const [key, value] of other) {
    const rest = (from.get(key) ?? new Fraction(0)).sub(value.mul(share));
    if (rest.equals(0)) from.delete(key);
    else from.set(key, rest);
  }
};

/** Takes the rows off, each by the number at its pivot; `made` takes part. */
const reduced = (values: Map<string, Fraction>, made: Map<number, Fraction>, rows: readonly Row[]): void => {
  for (const row of rows) {
    const share = values.get(row.pivot);
    if (!share) continue;
    subtracted(values as Map<string | number, Fraction>, row.values, share);
    subtracted(made as Map<string | number, Fraction>, row.made, share);
  }
};

const wordsOfNested = (letters: readonly Term[]): Map<string, Fraction> =>
  new Map(wordsOf(nested(letters)).map((word) => [keyOf(word.letters), word.coefficient.value!]));

/** A piece as a combination of nested commutators, by elimination with rational numbers. */
const combined = (piece: Piece, whole: Term): Term => {
  if (piece.letters.length === 1) return times(number([...piece.words.values()][0]!), piece.letters[0]!);
  const basis = ordersOf(piece.letters).filter((letters) => letters.at(-1)!.key > letters.at(-2)!.key);
  const rows: Row[] = [];
  basis.forEach((letters, k) => {
    const [values, made] = [wordsOfNested(letters), new Map([[k, new Fraction(1)]])];
    reduced(values, made, rows);
    const [pivot, size] = [...values][0] ?? [];
    if (pivot === undefined) return;
    const share = size!.inverse();
    const scaled = <K>(of: Map<K, Fraction>) => new Map([...of].map(([key, value]) => [key, value.mul(share)]));
    rows.push({ values: scaled(values), made: scaled(made), pivot });
  });
  const [values, made] = [new Map(piece.words), new Map<number, Fraction>()];
  reduced(values, made, rows);
  if (values.size > 0) refuse(whole);
  return plus(
    ...[...made].sort(([a], [b]) => a - b).map(([k, share]) => times(number(share.neg()), nested(basis[k]!))),
  );
};

const inFront = (scalar: Term, of: Term): Term =>
  plus(
    ...(of.head === "plus" ? of.parts : [of]).map((part) => {
      const [share, ...rest] = part.parts as [Term, ...Term[]];
      const front = [share, ...(scalar.head === "times" ? scalar.parts : [scalar])].filter(
        ({ value }) => !value?.equals(1),
      );
      return times(...front, ...rest);
    }),
  );

/**
 * A sum of words written in nested commutators [a, [b, [c, d]]], by elimination with rational numbers: those that come first in the
 * order of letters are a basis of what the words of one degree span.
 * @throws PhysicsError "expression" where the words are no combination of commutators
 */
export const inCommutators = (of: Term): Term => {
  const words = wordsOf(of);
  if (words.some(({ letters }) => letters.length === 0 || letters.some(({ head }) => head !== "symbol"))) refuse(of);
  const pieces = piecesOf(words).map((piece) => inFront(piece.scalar, combined(piece, gather(words))));
  return pieces.length === 0
    ? zero
    : plus(...pieces.flatMap((piece) => (piece.head === "plus" ? piece.parts : [piece])));
};
