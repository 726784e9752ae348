import { PhysicsError } from "../../errors.js";
import { cholesky, inverseFrom } from "../../linalg/dense/dense-cholesky.js";
import { add, constant, differentiate, type Element, type Piece, scale } from "./element.js";
import { type Affine, composed, fix, identity, substitute } from "./substitute.js";

const diverges = (): never => {
  throw new PhysicsError("unbounded", {
    what: "An integral over phase space diverges",
    expected: "an integrand that falls off in every direction",
    remedy: "Look at the sign of the exponent",
  });
};

/** Orthonormal vectors that span the kernel of the rows C, by elimination against the rows. */
const kernel = (C: readonly Float64Array[], k: number): readonly Float64Array[] => {
  const basis: Float64Array[] = [];
  const project = (v: Float64Array, onto: readonly Float64Array[]) => {
    for (let turn = 0; turn < 2; turn++)
      for (const u of onto) {
        const c = u.reduce((sum, x, i) => sum + x * v[i]!, 0);
        for (let i = 0; i < k; i++) v[i]! -= c * u[i]!;
      }
    return v;
  };
  const unit = (v: Float64Array) => {
    const size = Math.hypot(...v);
    return size < 1e-9 ? undefined : v.map((x) => x / size);
  };
  const rows: Float64Array[] = [];
  for (const row of C) {
    const u = unit(project(row.slice(), rows));
    if (u) rows.push(u);
  }
  for (let j = 0; j < k && basis.length < k - rows.length; j++) {
    const e = new Float64Array(k);
    e[j] = 1;
    const u = unit(project(e, [...rows, ...basis]));
    if (u) basis.push(u);
  }
  return basis;
};

/** Integrates the deltas that hold some of the variables: they fix as many; what is left of these is put in the first of them. */
const constrained = (
  piece: Piece,
  over: readonly number[],
  spare: readonly number[],
  n: number,
): { readonly of: Element; readonly free: readonly number[]; readonly orders: readonly number[] } => {
  const active = piece.deltas.filter(({ form }) => over.some((k) => form[k] !== 0));
  if (active.length === 0) return { of: { n, pieces: [piece] }, free: over, orders: [] };
  const C = active.map(({ form }) => Float64Array.from(over, (k) => form[k]!));
  const m = active.length;
  const gram = Float64Array.from({ length: m * m }, (_, at) =>
    C[Math.floor(at / m)]!.reduce((sum, x, i) => sum + x * C[at % m]![i]!, 0),
  );
  const factor = cholesky(gram, m) ?? diverges();
  const inverse = inverseFrom(factor, m);
  let root = 1;
  for (let a = 0; a < m; a++) root *= factor[a * m + a]!;
  const B = kernel(C, over.length);
  const map = identity(n);
  for (const [i, k] of over.entries()) {
    map.S[k * n + k] = 0;
    for (const [w, column] of B.entries()) map.S[k * n + over[w]!] = column[i]!;
    for (let a = 0; a < m; a++) {
      let weight = 0;
      for (let c = 0; c < m; c++) weight += C[c]![i]! * inverse[c * m + a]!;
      map.s[k]! -= weight * active[a]!.shift;
      map.S[k * n + spare[a]!]! += weight;
      for (let y = 0; y < n; y++) if (!over.includes(y)) map.S[k * n + y]! -= weight * active[a]!.form[y]!;
    }
  }
  const rest = { ...piece, deltas: piece.deltas.filter((delta) => !active.includes(delta)) };
  return {
    of: scale(substitute({ n, pieces: [rest] }, map), 1 / root),
    free: over.slice(0, B.length),
    orders: active.map(({ order }) => order),
  };
};

/** (2k − 1)!! for x^{2k} under a normal law; 0 for odd powers. */
const moment = (e: number): number => (e % 2 === 1 ? 0 : e < 2 ? 1 : (e - 1) * moment(e - 2));

/** ∫ over free variables of one piece without deltas in them, by completing the square. */
const gaussian = (piece: Piece, free: readonly number[], n: number): Element => {
  const k = free.length;
  if (k === 0) return { n, pieces: [piece] };
  const M = Float64Array.from({ length: k * k }, (_, at) => piece.A[free[Math.floor(at / k)]! * n + free[at % k]!]!);
  const factor = cholesky(M, k) ?? diverges();
  const inverse = inverseFrom(factor, k);
  let front = (2 * Math.PI) ** (k / 2);
  for (let a = 0; a < k; a++) front /= factor[a * k + a]!;
  const others = Array.from({ length: n }, (_, y) => y).filter((y) => !free.includes(y));
  const map: Affine = identity(n);
  const at = (a: number, c: number) => inverse[a * k + c]!;
  const solved = upper(factor, k);
  for (let a = 0; a < k; a++) {
    const row = free[a]! * n;
    map.S[row + free[a]!] = 0;
    for (let c = 0; c < k; c++) {
      map.S[row + free[c]!] = solved[a * k + c]!;
      map.s[free[a]!]! += at(a, c) * piece.b[free[c]!]!;
      for (const y of others) map.S[row + y]! -= at(a, c) * piece.A[free[c]! * n + y]!;
    }
  }
  const A = new Float64Array(n * n);
  const b = new Float64Array(n);
  let exponent = 0;
  for (let a = 0; a < k; a++) exponent += 0.5 * piece.b[free[a]!]! * map.s[free[a]!]!;
  for (const x of others) {
    b[x] = piece.b[x]!;
    for (let a = 0; a < k; a++) b[x]! -= piece.A[x * n + free[a]!]! * map.s[free[a]!]!;
    for (const y of others) {
      let value = piece.A[x * n + y]!;
      for (let a = 0; a < k; a++) value += piece.A[x * n + free[a]!]! * map.S[free[a]! * n + y]!;
      A[x * n + y] = value;
    }
  }
  const polynomial = new Map<string, number>();
  for (const [key, c] of composed(piece.polynomial, map, n)) {
    const weight = free.reduce(
      (product, variable) => product * moment(key.charCodeAt(variable)),
      c * front * Math.exp(exponent),
    );
    if (weight === 0) continue;
    const left = [...key].map((letter, variable) => (free.includes(variable) ? "\0" : letter)).join("");
    polynomial.set(left, (polynomial.get(left) ?? 0) + weight);
  }
  return { n, pieces: [{ A, b, polynomial, deltas: piece.deltas }] };
};

/** L^{−T} of a Cholesky factor L by rows. */
const upper = (factor: Float64Array, k: number): Float64Array => {
  const inverse = new Float64Array(k * k);
  for (let c = 0; c < k; c++)
    for (let r = c; r < k; r++) {
      let value = r === c ? 1 : 0;
      for (let j = c; j < r; j++) value -= factor[r * k + j]! * inverse[j * k + c]!;
      inverse[r * k + c] = value / factor[r * k + r]!;
    }
  return Float64Array.from({ length: k * k }, (_, at) => inverse[(at % k) * k + Math.floor(at / k)]!);
};

/**
 * ∫ of an element over all values of some variables. Derivatives of δ come out as (−∂/∂η)ᵅ ∫ … δ(u − η) at η = 0, with η in the
 * `spare` variables. @throws PhysicsError "unbounded"
 */
export const integrate = (of: Element, over: readonly number[], spare: readonly number[]): Element =>
  add(
    constant(of.n, 0),
    ...of.pieces.map((piece) => {
      const { of: left, free, orders } = constrained(piece, over, spare, of.n);
      const done = left.pieces.map((each) => gaussian(each, free, of.n));
      const sum = add(constant(of.n, 0), ...done);
      const derived = orders.reduce((each, order, a) => {
        let out = each;
        for (let e = 0; e < order; e++) out = scale(differentiate(out, spare[a]!), -1);
        return out;
      }, sum);
      return fix(derived, spare);
    }),
  );
