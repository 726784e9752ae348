/** The entries of a matrix as formulas: what is written, the trees, and their slopes. */

import type { MathNode } from "mathjs";
import { PhysicsError } from "../../errors.js";
import { type Names, sweep } from "../../expressions/compile.js";
import { differentiate } from "../../expressions/differentiate.js";
import { parse } from "../../expressions/parse.js";
import type { Complexes } from "../../linalg/dense/complexes.js";
import { stream } from "../../random/stream.js";

/** An entry V_ij: a formula, or a real and an imaginary part. */
export type Entry = string | { readonly re: string; readonly im: string };

/** A part of an entry, the real or the imaginary one; slopes along the coordinates where they are not to be had by rule. */
export interface Part {
  readonly tree: MathNode;
  readonly slopes?: readonly MathNode[];
}

/** All d² entries, row by row; no imaginary parts where all are real. */
export interface Entries {
  readonly states: number;
  readonly re: readonly Part[];
  readonly im: readonly Part[];
}

const textsOf = (entry: Entry): readonly [string, string] =>
  typeof entry === "string" ? [entry, "0"] : [entry.re, entry.im];

const notSquare = (what: string, states: number): never => {
  throw new PhysicsError("dimension", {
    what,
    expected: `${states} entries in each of ${states} rows`,
    remedy: 'Write every row in full, such as [["x", "0.1"], ["0.1", "-x"]]',
  });
};

/** The trees of a square matrix. @throws PhysicsError "expression", "dimension" */
export const entriesOf = (rows: readonly (readonly Entry[])[]): Entries => {
  const states = rows.length;
  for (const [i, row] of rows.entries())
    if (row.length !== states) notSquare(`Row ${i} of the matrix has ${row.length} entries`, states);
  if (states < 2) notSquare(`The matrix has ${states} rows`, 2);
  const texts = rows.flat().map(textsOf);
  const real = texts.every(([, im]) => im.trim() === "0");
  return {
    states,
    re: texts.map(([re]) => ({ tree: parse(re) })),
    im: real ? [] : texts.map(([, im]) => ({ tree: parse(im) })),
  };
};

/** Fills `out` at every point of `q`. */
type Fill = (q: Float64Array, out: Complexes) => Complexes;

const none = new Float64Array(0);

const filler = (re: readonly MathNode[], im: readonly MathNode[], names: Names): Fill => {
  const [first, second] = [sweep(re, names), im.length > 0 ? sweep(im, names) : undefined];
  return (q, out) => {
    first(q, none, out.re);
    second?.(q, none, out.im);
    return out;
  };
};

const slopesOf = (parts: readonly Part[], coordinates: readonly string[]): MathNode[] =>
  coordinates.flatMap((name, k) => parts.map(({ tree, slopes }) => slopes?.[k] ?? differentiate(tree, name)));

/** V and its gradient as loops over points. @throws PhysicsError "expression" for an entry without derivative, "parameter" */
export const compiled = ({ re, im }: Entries, names: Names): { readonly value: Fill; readonly gradient: Fill } => {
  const trees = (parts: readonly Part[]) => parts.map(({ tree }) => tree);
  const { coordinates } = names;
  return {
    value: filler(trees(re), trees(im), names),
    gradient: filler(slopesOf(re, coordinates), slopesOf(im, coordinates), names),
  };
};

const complexText = (re: number, im = 0): string =>
  im === 0 ? String(re) : `${re} ${im < 0 ? "−" : "+"} ${Math.abs(im)}i`;

const notHermitian = (i: number, j: number, above: string, below: string, at: string): never => {
  throw new PhysicsError("parameter", {
    what:
      i === j
        ? `The entry V[${i}][${i}] is ${above} at ${at}`
        : `The entries V[${i}][${j}] and V[${j}][${i}] are ${above} and ${below} at ${at}`,
    expected: i === j ? "a real number on the diagonal" : "complex conjugates, as in every Hermitian matrix",
    remedy: `Correct the entry V[${i}][${j}]${i === j ? "" : ` or V[${j}][${i}]`}`,
  });
};

/** Looks at V at 32 points of the cube [−2, 2]ⁿ, always the same; an entry that is not finite there says nothing.
 *  @throws PhysicsError "parameter" that names the first entry that is not the conjugate of its mirror image */
export const checkHermitian = (states: number, value: Fill, variables: readonly string[]): void => {
  const { uniform } = stream("points where a matrix is checked");
  const out = { re: new Float64Array(states * states), im: new Float64Array(states * states) };
  for (let point = 0; point < 32; point++) {
    const q = Float64Array.from(variables, () => 4 * uniform() - 2);
    const { re, im } = value(q, out);
    for (let i = 0; i < states; i++)
      for (let j = i; j < states; j++) {
        const [a, b] = [i * states + j, j * states + i];
        const off = Math.hypot(re[a] - re[b], im[a] + im[b]);
        if (!(off > 1e-12 * (1 + Math.hypot(re[a], im[a])))) continue;
        const at = variables.map((name, k) => `${name} = ${Number(q[k].toPrecision(3))}`).join(", ");
        notHermitian(i, j, complexText(re[a], im[a]), complexText(re[b], im[b]), at);
      }
  }
};
