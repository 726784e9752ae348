/** The largest eigenvalues of a symmetric operator that is known by what it does to vectors. [lanczos-1950] */

import { PhysicsError } from "../../errors.js";
import { stream } from "../../random/stream.js";
import { atOnce, type Turns } from "../../turns.js";
import { type Eigensystem, symmetricTridiagonal } from "../tridiagonal/symmetric-tridiagonal.js";

/** y ← A x. */
export type Operator = (x: Float64Array, y: Float64Array) => void;

/** A Ritz vector counts as an eigenvector when its residue is below this part of its value. */
const TOLERANCE = 1e-11;
/** Eigenvalues below this part of the largest are looked for in a run of their own, where its rounding errors are out of the way. */
const REACH = 1e-5;

const dot = (x: Float64Array, y: Float64Array): number => {
  let [even, odd] = [0, 0];
  const last = x.length - 1;
  for (let i = 0; i < last; i += 2) {
    even += x[i] * y[i];
    odd += x[i + 1] * y[i + 1];
  }
  return even + odd + (last % 2 === 0 ? x[last] * y[last] : 0);
};

const add = (y: Float64Array, factor: number, x: Float64Array): void => {
  for (let i = 0; i < y.length; i++) y[i] += factor * x[i];
};

/** Takes out of y what lies along each unit vector. */
const purge = (y: Float64Array, vectors: readonly Float64Array[]): void => {
  for (const vector of vectors) add(y, -dot(vector, y), vector);
};

/** Scales y to length 1 and returns the length that it had. */
const normalise = (y: Float64Array): number => {
  const length = Math.sqrt(dot(y, y));
  if (length > 0) for (let i = 0; i < y.length; i++) y[i] /= length;
  return length;
};

const combine = (basis: readonly Float64Array[], weights: Float64Array): Float64Array => {
  const sum = new Float64Array(basis[0].length);
  for (let k = 0; k < weights.length; k++) add(sum, weights[k], basis[k]);
  normalise(sum);
  return sum;
};

/** Ritz values that a run ends with, falling, their residues and a way to their vectors. */
interface Ritz {
  readonly values: Float64Array;
  readonly residues: Float64Array;
  vector(k: number): Float64Array;
}

const unfinished = (steps: number): never => {
  throw new PhysicsError("not-converged", {
    what: `The eigenvalues have not settled after ${steps} steps`,
    expected: "a slow end of the spectrum that stands apart",
    remedy: "Ask for fewer eigenvalues",
  });
};

/** One run in the space orthogonal to `locked`, with full reorthogonalisation, until `enough` says so. It pauses after each step, with the part of the limit. */
function* run(
  apply: Operator,
  start: Float64Array,
  locked: readonly Float64Array[],
  limit: number,
  enough: (values: Float64Array, residues: Float64Array) => boolean,
): Turns<Ritz> {
  const basis: Float64Array[] = [];
  const [alpha, beta]: [number[], number[]] = [[], []];
  let next = start;
  for (let scale = 0; ; ) {
    basis.push(next);
    yield basis.length / limit;
    const w = new Float64Array(start.length);
    apply(next, w);
    alpha.push(dot(next, w));
    add(w, -alpha[alpha.length - 1], next);
    if (basis.length > 1) add(w, -beta[beta.length - 1], basis[basis.length - 2]);
    purge(w, locked);
    purge(w, basis);
    const length = normalise(w);
    scale = Math.max(scale, length, Math.abs(alpha[alpha.length - 1]));
    const exhausted = length < 1e-14 * scale || basis.length + locked.length === start.length;
    // Looking costs the cube of the steps made: later it is done less often.
    const due = basis.length % Math.ceil(basis.length / 24) === 0 || basis.length >= limit;
    if (!due && !exhausted) {
      beta.push(length);
      next = w;
      continue;
    }
    const { values, vectors }: Eigensystem = symmetricTridiagonal(alpha, beta);
    const residues = Float64Array.from(vectors, (vector) => length * Math.abs(vector[basis.length - 1]));
    if (exhausted) residues.fill(0);
    if (exhausted || enough(values, residues)) return { values, residues, vector: (k) => combine(basis, vectors[k]) };
    if (basis.length >= limit) unfinished(limit);
    beta.push(length);
    next = w;
  }
}

/** The `count` largest eigenvalues of a symmetric operator on vectors of this size, orthogonal to the unit vectors `known`, and their eigenvectors.
 *  Each run looks for eigenvalues that the runs before have missed, copies of the same number among them; the last one finds none.
 *  @throws PhysicsError "not-converged" */
export function* largestInTurns(
  size: number,
  apply: Operator,
  count: number,
  known: readonly Float64Array[] = [],
): Turns<Eigensystem> {
  const rng = stream("lanczos");
  const found: { readonly value: number; readonly vector: Float64Array }[] = [];
  const wanted = Math.min(count, size - known.length);
  for (;;) {
    const locked = [...known, ...found.map(({ vector }) => vector)];
    if (locked.length === size) break;
    const start = Float64Array.from({ length: size }, () => rng.normal());
    purge(start, locked);
    purge(start, locked);
    normalise(start);
    const missing = wanted - found.length;
    const floor = missing > 0 ? 0 : found[wanted - 1].value;
    const settled = (values: Float64Array, residues: Float64Array, k: number) => residues[k] <= TOLERANCE * values[k];
    const fresh = (values: Float64Array) =>
      Array.from(values.keys()).filter((k) => k < Math.max(missing, 1) && values[k] > REACH * values[0]);
    const ritz = yield* run(apply, start, locked, 80 + 4 * count, (values, residues) =>
      missing > 0
        ? values.length >= missing && fresh(values).every((k) => settled(values, residues, k))
        : values[0] + residues[0] <= floor * (1 + 1e-8) || settled(values, residues, 0),
    );
    if (missing <= 0 && ritz.values[0] <= floor * (1 + 1e-8)) break;
    for (const k of fresh(ritz.values)) found.push({ value: ritz.values[k], vector: ritz.vector(k) });
    found.sort((a, b) => b.value - a.value);
  }
  const kept = found.slice(0, wanted);
  return { values: Float64Array.from(kept, ({ value }) => value), vectors: kept.map(({ vector }) => vector) };
}

/** The same at once. @throws PhysicsError "not-converged" */
export const largestEigenvalues = (...of: Parameters<typeof largestInTurns>): Eigensystem =>
  atOnce(largestInTurns(...of));
