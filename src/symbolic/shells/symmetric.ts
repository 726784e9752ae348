/** Small symmetric matrices whose entries are formulas. */

import { quotient } from "../scalars/divide.js";
import { tidy } from "../scalars/expand.js";
import { minus, one, plus, times, zero } from "../terms/build.js";
import type { Term } from "../terms/term.js";

export type Entries = readonly (readonly Term[])[];

const isZero = ({ key }: Term): boolean => key === zero.key;
const without = <T>(of: readonly T[], at: number): readonly T[] => of.filter((_, i) => i !== at);

/** det A, along the first row. */
export const determinant = (A: Entries): Term =>
  A.length === 0
    ? one
    : tidy(
        plus(
          ...A[0]!.flatMap((entry, j) => {
            if (isZero(entry)) return [];
            const minor = times(entry, determinant(A.slice(1).map((row) => without(row, j))));
            return [j % 2 === 0 ? minor : minus(minor)];
          }),
        ),
      );

/** The sets of rows that no entry connects. */
const blocksOf = (A: Entries): readonly (readonly number[])[] => {
  const left = new Set(A.keys());
  const blocks: number[][] = [];
  for (const first of A.keys()) {
    if (!left.delete(first)) continue;
    const block = [first];
    for (const i of block) for (const j of [...left]) if (!isZero(A[i]![j]!) && left.delete(j)) block.push(j);
    blocks.push(block);
  }
  return blocks;
};

const part = (A: Entries, rows: readonly number[]): Entries => rows.map((i) => rows.map((j) => A[i]![j]!));

/** A block of A, whose rows no entry connects to others: its rows, its determinant and its adjugate, so that A⁻¹ = adj A/det A. */
export interface Block {
  readonly rows: readonly number[];
  readonly determinant: Term;
  readonly adjugate: Entries;
}

/** The blocks of A. */
export const blocks = (A: Entries): readonly Block[] =>
  blocksOf(A).map((rows) => {
    const block = part(A, rows);
    const cofactor = (a: number, b: number): Term => {
      const minor = determinant(without(block, b).map((row) => without(row, a)));
      return (a + b) % 2 === 0 ? minor : tidy(minus(minor));
    };
    return {
      rows,
      determinant: determinant(block),
      adjugate: block.map((_, a) => block.map((__, b) => cofactor(a, b))),
    };
  });

/** A⁻¹. */
export const inverseOf = (A: Entries): Entries => {
  const all = A.map((row) => row.map(() => zero));
  for (const { rows, determinant, adjugate } of blocks(A))
    for (const [a, i] of rows.entries())
      for (const [b, j] of rows.entries()) all[i]![j] = quotient(adjugate[a]![b]!, determinant);
  return all;
};
