import { PhysicsError } from "../../../errors.js";
import { cholesky, inverseFrom } from "../../../linalg/dense/dense-cholesky.js";
import type { Stream } from "../../../random/index.js";
import { type LinearEquation, nearestSolution } from "../../instances/affine-solution.js";
import type { Parts } from "../../instances/assemble.js";
import { constant, linear, variable } from "../../instances/element.js";
import { applied } from "../../instances/linear-flow.js";
import { labelOf } from "../../notation/names.js";
import type { Programme } from "../programme.js";
import { isReversible } from "../reversible.js";
import { constantsOf } from "./constants.js";
import { type LinearMotion, linearMotion, randomly } from "./linear-motion.js";

/** How many coordinates there are with those of the surroundings, and which of them are odd. */
interface Space {
  readonly size: number;
  readonly odd: readonly boolean[];
  readonly isReversible: boolean;
}

const none = (): never => {
  throw new PhysicsError("undefined-quantity", {
    what: "No Gaussian ensemble stays as it is under this motion",
    expected: "a motion that some energy ½(X − c)·h(X − c) and all volumes survive",
    remedy: "Look whether a coordinate is missing, or is odd and was not said to be",
  });
};

const row = (count: number, entries: readonly (readonly [number, number])[]): Float64Array => {
  const out = new Float64Array(count);
  for (const [k, value] of entries) out[k]! += value;
  return out;
};

const isTold = ({ fast }: LinearMotion["rows"][number]): boolean => fast.every((c) => c === 0);

/** The covariance C of the ensemble: blocks by parity, and ⟨Ẋ_a X_b⟩ + ⟨X_a Ẋ_b⟩ = 0 where both rates are told. */
const covariance = (rng: Stream, { rows }: LinearMotion, { size, odd }: Space): Float64Array => {
  const at = (i: number, j: number) => (Math.max(i, j) * (Math.max(i, j) + 1)) / 2 + Math.min(i, j);
  const count = (size * (size + 1)) / 2;
  const pairs = Array.from({ length: size * size }, (_, k) => [Math.floor(k / size), k % size] as const);
  const told = rows.flatMap((each, a) => (isTold(each) ? [{ a, of: each.coordinates }] : []));
  const equations: LinearEquation[] = [
    ...pairs
      .filter(([i, j]) => i > j && odd[i] !== odd[j])
      .map(([i, j]) => ({ row: row(count, [[at(i, j), 1]]), value: 0 })),
    ...told.flatMap(({ a, of }) =>
      told.map(({ a: b, of: other }) => ({
        row: row(count, [
          ...Array.from(of, (c, k) => [at(k, b), c] as const),
          ...Array.from(other, (c, k) => [at(k, a), c] as const),
        ]),
        value: 0,
      })),
    ),
  ];
  for (let turn = 0; turn < 20; turn++) {
    const start = randomly(rng, count, 0.4);
    for (let i = 0; i < size; i++) start[at(i, i)] = 1 + 0.8 * rng.uniform();
    const packed = nearestSolution(start, equations) ?? none();
    const C = Float64Array.from(pairs, ([i, j]) => packed[at(i, j)]!);
    if (cholesky(C, size)) return C;
  }
  return none();
};

/** J, antisymmetric, and the forms T of the fast names with J h = coordinates + fast T in the rows of the motion. */
const structure = (rng: Stream, { rows, fast }: LinearMotion, h: Float64Array, space: Space) => {
  const { size, odd } = space;
  const pairs = Array.from({ length: size }, (_, i) => Array.from({ length: i }, (__, j) => [i, j] as const)).flat();
  const at = (i: number, j: number) => (Math.max(i, j) * (Math.max(i, j) - 1)) / 2 + Math.min(i, j);
  const count = pairs.length + fast.length * size;
  const equations: LinearEquation[] = rows.flatMap(({ coordinates, fast: weights }, a) =>
    Array.from({ length: size }, (_, c) => ({
      row: row(count, [
        ...Array.from({ length: size }, (__, b) => b)
          .filter((b) => b !== a)
          .map((b) => [at(a, b), (a > b ? 1 : -1) * h[b * size + c]!] as const),
        ...Array.from(weights, (weight, f) => [pairs.length + f * size + c, -weight] as const),
      ]),
      value: coordinates[c] ?? 0,
    })),
  );
  const forbidden = space.isReversible ? pairs.filter(([i, j]) => odd[i] === odd[j]) : [];
  const kept = forbidden.map(([i, j]) => ({ row: row(count, [[at(i, j), 1]]), value: 0 }));
  const x = nearestSolution(randomly(rng, count), [...kept, ...equations]) ?? none();
  return {
    J: antisymmetric(size, (i, j) => x[at(i, j)]!),
    T: fast.map((_, f) => x.slice(pairs.length + f * size).slice(0, size)),
  };
};

/** The matrix with entry(i, j) where i > j. */
const antisymmetric = (size: number, entry: (i: number, j: number) => number): Float64Array => {
  const J = new Float64Array(size * size);
  for (let i = 0; i < size; i++)
    for (let j = 0; j < i; j++) {
      J[i * size + j] = entry(i, j);
      J[j * size + i] = -J[i * size + j]!;
    }
  return J;
};

/** J that moves everything, or if the motion can be reversed, even coordinates by odd ones and odd by even. */
const mixing = (rng: Stream, { size, odd, isReversible: keeps }: Space): Float64Array =>
  antisymmetric(size, (i, j) => {
    const value = 2 * rng.uniform() - 1;
    return keeps && odd[i] === odd[j] ? 0 : value;
  });

/** Where the energy is smallest: no odd coordinate is shifted, and the rates that are told vanish there. */
const centre = (rng: Stream, { rows }: LinearMotion, { size, odd }: Space): Float64Array => {
  const unit = (k: number) => row(size, [[k, 1]]);
  const still = odd.flatMap((isOdd, k) => (isOdd ? [{ row: unit(k), value: 0 }] : []));
  const told = rows.filter(isTold).map(({ coordinates, shift }) => ({
    row: row(
      size,
      Array.from(coordinates, (c, k) => [k, c] as const),
    ),
    value: -shift,
  }));
  return nearestSolution(randomly(rng, size, 0.5), [...still, ...told]) ?? none();
};

/** What the fast names are at the centre, where the rates vanish. */
const rest = ({ rows, fast }: LinearMotion, c: Float64Array): Float64Array => {
  const equations = rows
    .filter((each) => !isTold(each))
    .map(({ coordinates, fast: weights, shift }) => ({
      row: weights,
      value: -shift - coordinates.reduce((sum, x, k) => sum + x * c[k]!, 0),
    }));
  return nearestSolution(new Float64Array(fast.length), equations) ?? none();
};

/**
 * A linear motion Γ̇ = J ∂H/∂Γ, H = ½(Γ − c)·h(Γ − c), of the coordinates of a problem and as many of its surroundings, in which they
 * move as told and what is only known to be fast is linear: the ensemble comes first, and J is found so that it stays.
 */
export const ownSystem = (rng: Stream, programme: Programme): Parts => {
  const constants = constantsOf(rng.child(1), programme.scaling);
  const motion = linearMotion(programme, constants);
  const { coordinates, fast } = motion;
  const N = Math.ceil(coordinates.length / 2) + 1;
  const size = 2 * N;
  const own = coordinates.map(({ name }) => programme.odd.has(name));
  const odd = Array.from({ length: size }, (_, k) => own[k] ?? (own.some(Boolean) && k % 2 === 1));
  const space = { size, odd, isReversible: isReversible(programme.scaling, programme.odd) };
  const C = covariance(rng.child(2), motion, space);
  const h = inverseFrom(cholesky(C, size)!, size);
  const { J, T } = structure(rng.child(3), motion, h, space);
  const c = centre(rng.child(4), motion, space);
  const still = rest(motion, c);
  const tau = (n: number, f: number) => {
    const form = new Float64Array(n);
    form.set(T[f]!);
    return linear(n, form, still[f]! - T[f]!.reduce((sum, x, k) => sum + x * c[k]!, 0));
  };
  return {
    ...{ N, d: 1, mass: [], ofAtoms: new Map(), constants, J, mixing: mixing(rng.child(5), space) },
    quadratic: { hessian: h, gradient: applied(h, c, size).map((x) => -x) },
    V: (n) => constant(n, 0),
    names: (n) =>
      new Map([
        ...coordinates.map((each, k) => [labelOf(each), { rank: each.rank, parts: [variable(n, k)] }] as const),
        ...fast.map((each, f) => [labelOf(each), { rank: each.rank, parts: [tau(n, f)] }] as const),
      ]),
  };
};
