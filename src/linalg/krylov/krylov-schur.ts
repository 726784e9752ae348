/** The eigenvalues of largest modulus of a real linear map, by Arnoldi's process, restarted with the best part of its space. [stewart-2002] */

import { PhysicsError } from "../../errors.js";
import { stream } from "../../random/stream.js";
import type { Complexes } from "../dense/complexes.js";
import { type Eigen, eigen } from "../dense/eigen.js";
import { add, extend, type LinearMap, norm, orthogonalise } from "./krylov.js";

export interface Eigenpair {
  readonly re: number;
  readonly im: number;
  /** A vector of length 1. */
  readonly vector: Complexes;
  /** |A x − θ x|/|θ|. */
  readonly residual: number;
}

/** A V = V H + v bᵀ with an orthonormal V: `basis` holds V and v, `h` the rows of H, and `b` how much of v each image holds. */
interface Decomposition {
  readonly basis: Float64Array[];
  readonly h: number[][];
  readonly b: number[];
}

const RESTARTS = 300;
/** How many dimensions are added before the residuals are looked at. */
const LOOK = 4;

/** Goes on until V has `size` vectors, or until nothing is left to be found. */
const grow = ({ basis, h, b }: Decomposition, map: LinearMap, size: number): void => {
  while (h.length < size && basis.length > h.length) {
    const k = h.length;
    const { parts, rest } = extend(basis, map);
    h.push(new Array(k + 1).fill(0));
    for (let i = 0; i < k; i++) {
      h[i].push(parts[i]);
      h[k][i] = b[i];
    }
    h[k][k] = parts[k];
    b.fill(0).push(rest);
  }
};

/** Numbers of the eigenvalues, largest modulus first, of two conjugate ones the upper first. */
const ranked = ({ re, im }: Eigen): number[] => {
  const size = Float64Array.from(re, (x, k) => Math.hypot(x, im[k]));
  const near = (k: number, l: number) => Math.abs(size[k] - size[l]) < 1e-10 * (size[k] + size[l]);
  return [...size.keys()].sort((k, l) => (near(k, l) ? im[l] - im[k] : size[l] - size[k]));
};

/** How many to keep so that none is kept without its conjugate. */
const whole = ({ im }: Eigen, order: readonly number[], count: number): number => {
  const last = order[count - 1];
  const torn = im[last] > 0 && count < order.length && im[order[count]] < 0;
  return count + Number(torn);
};

/** An orthonormal basis of the real space that these vectors span. */
const realBasis = (vectors: readonly Complexes[]): Float64Array[] => {
  const basis: Float64Array[] = [];
  for (const part of vectors.flatMap(({ re, im }) => [re.slice(), im.slice()])) {
    const before = norm(part);
    if (before < 1e-8) continue;
    orthogonalise(part, basis);
    const rest = norm(part);
    if (rest > 1e-8 * before) basis.push(part.map((value) => value / rest));
  }
  return basis;
};

const combine = (basis: readonly Float64Array[], weights: Float64Array): Float64Array => {
  const out = new Float64Array(basis[0].length);
  weights.forEach((weight, i) => {
    add(out, weight, basis[i]);
  });
  return out;
};

/** The same decomposition on the smaller space that the columns of `kept` span, which H does not leave. */
const shrink = ({ basis, h, b }: Decomposition, kept: readonly Float64Array[]): Decomposition => ({
  basis: [...kept.map((weights) => combine(basis, weights)), basis[h.length]],
  h: kept.map((left) =>
    kept.map((right) =>
      left.reduce((sum, x, i) => sum + x * h[i].reduce((inner, value, j) => inner + value * right[j], 0), 0),
    ),
  ),
  b: kept.map((weights) => weights.reduce((sum, x, i) => sum + x * b[i], 0)),
});

const residualOf = (b: readonly number[], { re, im }: Complexes): number =>
  Math.hypot(
    b.reduce((sum, value, i) => sum + value * re[i], 0),
    b.reduce((sum, value, i) => sum + value * im[i], 0),
  );

const stalled = (count: number): never => {
  throw new PhysicsError("not-converged", {
    what: `The ${count} modes could not be told from their neighbours in ${RESTARTS} restarts`,
    expected: "modes that differ in their rates",
    remedy: "Ask for fewer modes, or for one more, so that none is cut off from its equals",
  });
};

const pairsOf = (
  { basis }: Decomposition,
  all: Eigen,
  order: readonly number[],
  residuals: readonly number[],
): Eigenpair[] =>
  order.map((k, i) => ({
    re: all.re[k],
    im: all.im[k],
    residual: residuals[i],
    vector: { re: combine(basis, all.vectors[k].re), im: combine(basis, all.vectors[k].im) },
  }));

/** A first vector that holds something of every mode, the same on every machine. */
const anyVector = (size: number): Float64Array => {
  const rng = stream("krylov");
  return Float64Array.from({ length: size }, () => rng.uniform() - 0.5);
};

/** The `count` eigenvalues of largest modulus of a real map on vectors of length `size`, with their vectors; one more where a pair would be torn.
 *  `prepare` takes from the first vector what is not to be found. @throws PhysicsError "not-converged" */
export const largestModes = (
  map: LinearMap,
  size: number,
  count: number,
  prepare: (x: Float64Array) => void = () => {},
  tolerance = 1e-11,
): Eigenpair[] => {
  const first = anyVector(size);
  prepare(first);
  const length = norm(first);
  let state: Decomposition = { basis: [first.map((value) => value / length)], h: [], b: [] };
  const room = Math.min(size, Math.max(2 * count + 10, 24));
  for (let restart = 0; restart < RESTARTS; ) {
    grow(state, map, Math.min(room, Math.max(count + 2, state.h.length + LOOK)));
    const n = state.h.length;
    const all = eigen(Float64Array.from(state.h.flat()), n);
    const order = ranked(all);
    const wanted = whole(all, order, Math.min(count, n));
    const residuals = order.map((k) => residualOf(state.b, all.vectors[k]) / Math.hypot(all.re[k], all.im[k]));
    const done = residuals.findIndex((residual) => !(residual <= tolerance));
    if (done < 0 || done >= wanted || state.basis.length === n)
      return pairsOf(state, all, order.slice(0, wanted), residuals);
    if (n < room) continue;
    const keep = whole(all, order, Math.min(n - 3, wanted + Math.max(4, Math.floor((n - wanted) / 2))));
    state = shrink(state, realBasis(order.slice(0, keep).map((k) => all.vectors[k])));
    restart++;
  }
  return stalled(count);
};
