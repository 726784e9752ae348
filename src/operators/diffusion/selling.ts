/** A positive matrix as a sum of squares of whole-numbered vectors, D = Σ ρₑ e eᵀ with ρₑ ≥ 0: three vectors in the plane, six in space. [selling-1874, fehrenbach-mirebeau-2014] */

/** One term ρ e eᵀ; the first number of e that is not 0 is positive. */
export interface Term {
  readonly rho: number;
  readonly e: readonly number[];
}

type Vector = readonly number[];

const plus = (a: Vector, b: Vector): Vector => a.map((value, i) => value + b[i]);
const minus = (a: Vector): Vector => a.map((value) => 0 - value);
const cross = ([a, b, c]: Vector, [x, y, z]: Vector): Vector => [b * z - c * y, c * x - a * z, a * y - b * x];

/** aᵀ D b. */
const product = (D: Float64Array, a: Vector, b: Vector): number => {
  const dim = a.length;
  let sum = 0;
  for (let i = 0; i < dim; i++) for (let j = 0; j < dim; j++) sum += a[i] * D[i * dim + j] * b[j];
  return sum;
};

/** The pair of a superbase with the most acute angle in the metric D, if one is acute. */
const acutePair = (D: Float64Array, base: readonly Vector[]): readonly [number, number] | undefined => {
  let worst: readonly [number, number] | undefined;
  let most = 1e-14 * base.reduce((sum, b) => sum + product(D, b, b), 0);
  for (let i = 0; i < base.length; i++)
    for (let j = 0; j < i; j++) {
      const angle = product(D, base[i], base[j]);
      if (angle > most) [most, worst] = [angle, [i, j]];
    }
  return worst;
};

/** Selling's reduction: dim + 1 vectors of sum 0 without an acute angle between two of them in the metric D. */
const obtuse = (D: Float64Array, dim: number): readonly Vector[] => {
  let base: readonly Vector[] = Array.from({ length: dim + 1 }, (_, k) =>
    Array.from({ length: dim }, (_, i) => (k === dim ? -1 : Number(i === k))),
  );
  for (let pair = acutePair(D, base); pair; pair = acutePair(D, base)) {
    const [i, j] = pair;
    const [a, b] = [base[i], base[j]];
    const others = base.filter((_, k) => k !== i && k !== j);
    base = dim === 2 ? [a, minus(b), plus(minus(a), b)] : [minus(a), b, ...others.map((other) => plus(other, a))];
  }
  return base;
};

/** The terms of a symmetric positive matrix of one to three rows; those that vanish are left out. */
export const decompose = (D: Float64Array, dim: number): readonly Term[] => {
  if (dim === 1) return [{ rho: D[0], e: [1] }];
  const base = obtuse(D, dim);
  const terms: Term[] = [];
  for (let i = 0; i < base.length; i++)
    for (let j = 0; j < i; j++) {
      const rho = -product(D, base[i], base[j]);
      const others = base.filter((_, k) => k !== i && k !== j);
      const e = dim === 2 ? [-others[0][1], others[0][0]] : cross(others[0], others[1]);
      const sign = e.find((value) => value !== 0)! > 0 ? 1 : -1;
      terms.push({ rho, e: e.map((value) => sign * value + 0) });
    }
  const scale = terms.reduce((most, { rho }) => Math.max(most, rho), 0);
  return terms.filter(({ rho }) => rho > 1e-13 * scale);
};
