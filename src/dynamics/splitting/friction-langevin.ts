import { positive } from "../../checks.js";
import { type Displayable, display } from "../../display.js";
import { PhysicsError } from "../../errors.js";
import { symmetricEigen } from "../../linalg/dense/symmetric-eigen.js";
import { exactExp, exactExpm1 } from "../../random/elementary.js";
import { cited } from "../../references.js";
import type { Flow, Integrator, PhaseState } from "../integrator.js";
import { frictionField, motionShown } from "../motion-shown.js";
import { bathe, drift, feel, kick } from "./letters.js";
import { massOf } from "./mass.js";
import type { System } from "./splitting.js";

/** K(q), force over velocity: a number on a line, or a function that fills `out` with a symmetric matrix, row by row, at one point. */
export type Friction = number | ((q: Float64Array, out: Float64Array) => void);

/** kT is an energy, `friction` a force over a velocity. */
export interface FrictionBath {
  readonly kT: number;
  readonly friction: Friction;
}

const notFriction = (what: string, q: Float64Array): never => {
  throw new PhysicsError("parameter", {
    what: `${what} at (${Array.from(q, (x) => Number(x.toPrecision(6))).join(", ")})`,
    expected: "a symmetric matrix without negative eigenvalues, as friction takes energy in no direction from the bath",
    remedy: "Check the formula; K = Σ s′s′ᵀ is always one",
  });
};

/** √(1 − e^{−2a}). */
const fresh = (a: number): number => Math.sqrt(-exactExpm1(-2 * a));

/** What K is at a point, checked: A = M^(−½) K M^(−½), row by row. @throws PhysicsError "parameter" */
const scaledAt = (
  friction: Exclude<Friction, number>,
  mass: Float64Array,
  q: Float64Array,
  out: Float64Array,
): void => {
  friction(q, out);
  const n = mass.length;
  for (let i = 0; i < n; i++)
    for (let j = 0; j <= i; j++) {
      const [above, below] = [out[j * n + i], out[i * n + j]];
      if (!(Math.abs(above - below) <= 1e-10 * (1 + Math.abs(above))))
        notFriction(`K[${j}][${i}] and K[${i}][${j}] are ${above} and ${below}`, q);
      out[j * n + i] = out[i * n + j] = above / Math.sqrt(mass[i] * mass[j]);
    }
};

/** O at the places where the copies are, exact for a time h: with y = M^(−½)p and A = Σ a vvᵀ, v·y ← e^{−ah} v·y + √(kT(1 − e^{−2ah})) ξ. */
const batheInField = (h: number, mass: Float64Array, kT: number, friction: Exclude<Friction, number>): Flow => {
  const n = mass.length;
  const [A, root, moved] = [new Float64Array(n * n), mass.map(Math.sqrt), new Float64Array(n)];
  return ({ q, p }, rng) => {
    for (let from = 0; from < q.length; from += n) {
      scaledAt(friction, mass, q.subarray(from, from + n), A);
      const { values, vectors } = symmetricEigen(A, n);
      if (values[0] < -1e-10 * Math.max(values[n - 1], 0) || !values.every(Number.isFinite))
        notFriction(`K has the eigenvalue ${values[0]}, in units of the masses,`, q.slice(from, from + n));
      moved.fill(0);
      for (let e = 0; e < n; e++) {
        const a = Math.max(values[e], 0) * h;
        let along = 0;
        for (let i = 0; i < n; i++) along += (vectors[e * n + i] * p[from + i]) / root[i];
        const change = exactExpm1(-a) * along + Math.sqrt(kT) * fresh(a) * rng.normal();
        for (let i = 0; i < n; i++) moved[i] += vectors[e * n + i] * change;
      }
      for (let i = 0; i < n; i++) p[from + i] += root[i] * moved[i];
    }
  };
};

/** The same on a line. */
const batheOnLine = (h: number, mass: number, kT: number, friction: Exclude<Friction, number>): Flow => {
  const K = new Float64Array(1);
  const width = Math.sqrt(mass * kT);
  return ({ q, p }, rng) => {
    for (let i = 0; i < p.length; i++) {
      friction(q.subarray(i, i + 1), K);
      if (!(K[0] >= 0 && K[0] < Number.POSITIVE_INFINITY)) notFriction(`K is ${K[0]}`, q.slice(i, i + 1));
      const a = (K[0] * h) / mass;
      p[i] = exactExp(-a) * p[i] + width * fresh(a) * rng.normal();
    }
  };
};

/** Langevin dynamics with friction that depends on the place, dq = M⁻¹p dt, dp = (F − K(q) M⁻¹p) dt + √(2kT K(q)) dW, by BAOAB with the bath taken exactly where the particle
 *  is: averages are right to O(dt²). K need not act in every direction. The pure limit of Zwanzig's model has K(q) = Σₐᵦ Kₐᵦ ∂sₐ ∂sᵦ.
 *  @throws PhysicsError "parameter", from a step for a K that is not symmetric or takes energy from the bath; "dimension" [leimkuhler-matthews-2013, zwanzig-1973] */
export const frictionLangevin = (
  { potential, mass: given }: System,
  { kT, friction }: FrictionBath,
  dt: number,
): Integrator<PhaseState> & Displayable => {
  cited("leimkuhler-matthews-2013", "zwanzig-1973");
  positive("kT", kT);
  positive("dt", dt);
  const { dim } = potential;
  const mass = massOf(given, dim);
  if (!(mass instanceof Float64Array) || (typeof friction === "number" && dim > 1))
    throw new PhysicsError("dimension", {
      what: `There are ${dim} coordinates, and ${typeof friction === "number" ? "the friction is a number" : "the masses are a matrix"}`,
      expected: "a mass for each coordinate, and beyond the line a friction matrix",
      remedy: "Write friction: (q, out) => out.set([2, 0, 0, 3]) and mass: [1.5, 1.2]",
    });
  const field = typeof friction === "number" ? (_: Float64Array, out: Float64Array) => out.fill(friction) : friction;
  const warm = dim === 1 ? batheOnLine(dt, mass[0], kT, field) : batheInField(dt, mass, kT, field);
  const flows = [kick(dt / 2), drift(dt / 2, mass), warm, drift(dt / 2, mass), feel(potential), kick(dt / 2)];
  const thermal = bathe(1, mass, { kT, gamma: Number.POSITIVE_INFINITY });
  return {
    ...{ name: "Langevin BAOAB with a friction field", dt, kT, potential, draws: 1 },
    init: (q, rng) => {
      const state = { q, p: new Float64Array(q.length), force: potential.force(q, new Float64Array(q.length)) };
      thermal(state, rng);
      return state;
    },
    step: (state, rng) => {
      for (const flow of flows) flow(state, rng);
      return state;
    },
    [display]: () =>
      motionShown("Langevin BAOAB", frictionField, { dt, kT, K: typeof friction === "number" ? friction : "K(q)" }),
  };
};
