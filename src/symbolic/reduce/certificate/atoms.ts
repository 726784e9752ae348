import type { Stream } from "../../../random/index.js";
import type { Parts } from "../../instances/assemble.js";
import { energyOf, symplectic } from "../../instances/linear-flow.js";
import { between, stiffness } from "../../instances/system.js";
import type { Programme } from "../programme.js";
import { constantsOf, ofAtoms } from "./constants.js";

/** How many atoms each body has: one, or in every second system two in the first of them. */
const sizesOf = (bodies: number, k: number): readonly number[] =>
  Array.from({ length: bodies }, (_, l) => (l === 0 && k % 2 === 1 ? 2 : 1));

/** The masses of the atoms of one body, whose sum is m. */
const parted = (rng: Stream, m: number, count: number): readonly number[] => {
  const share = between(rng, 0.3, 0.7);
  return count === 1 ? [m] : [m * share, m * (1 - share)];
};

/** J that moves positions by all momenta and momenta by all positions, and so keeps the sense of time. */
const mixing = (rng: Stream, positions: number): Float64Array => {
  const size = 2 * positions;
  const J = new Float64Array(size * size);
  for (let a = 0; a < positions; a++)
    for (let b = positions; b < size; b++) {
      const rate = between(rng, -1, 1);
      J[a * size + b] = rate;
      J[b * size + a] = -rate;
    }
  return J;
};

/** Atoms of random masses in a random quadratic potential, of which some are the bodies and one is the host, or without bodies two or three. System number k. */
export const atomsSystem = (rng: Stream, { bodies, scaling }: Programme, k: number, d: number): Parts => {
  const constants = constantsOf(rng.child(1), scaling);
  const sizes = sizesOf(bodies.length, k);
  const m = constants.get("m")!;
  const host = Array.from({ length: bodies.length > 0 ? 1 : 2 + (k % 2) }, () => between(rng, 0.6, 1.9));
  const mass = [...sizes.flatMap((count) => parted(rng, m, count)), ...host];
  const N = mass.length;
  const first = (l: number) => sizes.slice(0, l).reduce((sum, size) => sum + size, 0);
  const inside = (l: number) => mass.map((_, i) => (i >= first(l) && i < first(l) + sizes[l]! ? 1 : 0));
  const [positions, coordinates] = [N * d, 2 * N * d];
  const rows = stiffness(rng, positions);
  const pull = Float64Array.from({ length: positions }, () => between(rng, -0.4, 0.4));
  const hessian = new Float64Array(coordinates ** 2);
  for (let a = 0; a < positions; a++) {
    for (let b = 0; b < positions; b++) hessian[a * coordinates + b] = rows[a]![b]!;
    hessian[(positions + a) * coordinates + positions + a] = 1 / mass[Math.floor(a / d)]!;
  }
  const gradient = new Float64Array(coordinates);
  gradient.set(pull);
  const potential = { hessian: Float64Array.from(rows.flat()), gradient: pull };
  return {
    ...{ N, d, mass, constants, quadratic: { hessian, gradient }, J: symplectic(coordinates) },
    mixing: mixing(rng.child(2), positions),
    ofAtoms: new Map([
      ...bodies.map(({ name }, l) => [name, inside(l)] as const),
      ...ofAtoms(scaling).map((name) => [name, mass.map(() => between(rng, -1.4, 1.2))] as const),
    ]),
    V: (n) => energyOf(n, potential),
    names: () => new Map(),
  };
};
