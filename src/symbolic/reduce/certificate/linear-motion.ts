import { PhysicsError } from "../../../errors.js";
import type { Stream } from "../../../random/index.js";
import { assemble, linearForms } from "../../instances/assemble.js";
import { constant, variable } from "../../instances/element.js";
import type { Value } from "../../instances/value.js";
import { labelOf } from "../../notation/names.js";
import type { Term } from "../../terms/term.js";
import { positions } from "../../terms/walk.js";
import type { Programme } from "../programme.js";

/** Ẋ_a = Σ_b coordinates_b X_b + Σ_f fast_f τ_f + shift of the own coordinates X and the fast names τ of a problem. */
export interface Row {
  readonly coordinates: Float64Array;
  readonly fast: Float64Array;
  readonly shift: number;
}

/** The own coordinates of a problem, its fast names, and how the first move. */
export interface LinearMotion {
  readonly coordinates: readonly Term[];
  readonly fast: readonly Term[];
  readonly rows: readonly Row[];
}

const isOfAtoms = (of: Term): boolean =>
  [...positions(of)].some(
    ([, { head, subscripts, parts }]) => head === "atoms" || (subscripts === 1 && parts[0]!.name === "i"),
  );

const bareSystem = (names: readonly Term[], constants: ReadonlyMap<string, number>) => {
  const N = Math.ceil(names.length / 2);
  const nothing = new Float64Array((2 * N) ** 2);
  const values = (n: number): ReadonlyMap<string, Value> =>
    new Map(names.map((name, k) => [labelOf(name), { rank: name.rank, parts: [variable(n, k)] }]));
  return assemble(
    {
      ...{ N, d: 1, mass: [], ofAtoms: new Map(), constants, J: nothing, mixing: nothing },
      quadratic: { hessian: nothing, gradient: new Float64Array(2 * N) },
      V: (n) => constant(n, 0),
      names: values,
    },
    [],
  );
};

/** The motion of own coordinates on a line. @throws PhysicsError "undefined-quantity" where it is not linear, or one of atoms */
export const linearMotion = (
  { scaling: { motion = [], fast = [] }, slow }: Programme,
  constants: ReadonlyMap<string, number>,
): LinearMotion => {
  const coordinates = motion.map(({ coordinate }) => coordinate);
  if ([...coordinates, ...fast, ...slow.map(({ formula }) => formula)].some(isOfAtoms))
    throw new PhysicsError("undefined-quantity", {
      what: "Atoms move otherwise than by Newton's equations here, or together with coordinates of another kind",
      expected: "atoms alone, or coordinates with a motion of their own alone",
      remedy: "Write the problem in one kind of coordinates to have its lines evaluated",
    });
  const bare = bareSystem([...coordinates, ...fast], constants);
  const [k, all] = [coordinates.length, coordinates.length + fast.length];
  const rows = motion.map(({ rate }): Row => {
    const [{ form, shift }] = linearForms(rate, bare) as [{ form: Float64Array; shift: number }];
    return { coordinates: form.slice(0, k), fast: form.slice(k, all), shift };
  });
  return { coordinates, fast, rows };
};

/** A random number between −1 and 1 for every entry of a list. */
export const randomly = (rng: Stream, count: number, size = 1): Float64Array =>
  Float64Array.from({ length: count }, () => size * (2 * rng.uniform() - 1));
