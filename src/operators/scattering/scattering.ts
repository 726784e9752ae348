import { finite, oneOf, positive, whole } from "../../checks.js";
import { type Displayable, display } from "../../display.js";
import { PhysicsError } from "../../errors.js";
import { type MatrixField, roomFor } from "../../potentials/fields/matrix-field.js";
import { cited } from "../../references.js";
import { table } from "../../table.js";
import { moleculeOf, type QuantumSystem } from "../schroedinger/space.js";
import { asymptoteAt } from "./asymptote.js";
import { type Encounter, numerov, type Probabilities } from "./numerov.js";

export interface ScatteringOptions {
  /** p > 0 of the incoming wave. */
  readonly momentum: number;
  /** The adiabatic state in which it comes, 0 (the lowest) unless told. */
  readonly state?: number;
  /** The end from which it comes, "left" unless told. */
  readonly from?: "left" | "right";
}

/** What becomes of a plane wave. */
export interface Scattering extends Probabilities, Displayable {
  /** p²/2m + λ of its channel. */
  readonly energy: number;
  /** How much the last halving of the steps moved a probability. */
  readonly error: number;
}

/** The change of a probability that counts as none; the most steps; the change of V, as a part of the kinetic energy, that does. */
const [SETTLED, MOST, CONSTANT] = [1e-9, 2 ** 20, 1e-11];

const distance = (a: Probabilities, b: Probabilities): number =>
  (["reflected", "transmitted"] as const).reduce(
    (most, part) => a[part].reduce((worst, value, j) => Math.max(worst, Math.abs(value - b[part][j])), most),
    0,
  );

const unsettled = (error: number, steps: number): never => {
  throw new PhysicsError("not-converged", {
    what: `With ${steps} steps a probability still moves by ${error.toPrecision(2)}`,
    expected: `less than ${SETTLED}, from a V without steps and steep walls`,
    remedy: "Smooth V, or take a smaller momentum",
  });
};

/** Doubles the steps until nothing moves. */
const refined = (encounter: Encounter, first: number): Probabilities & { readonly error: number } => {
  let steps = first;
  let before = numerov(encounter, steps);
  for (;;) {
    steps *= 2;
    const found = numerov(encounter, steps);
    const error = distance(found, before);
    if (error < SETTLED) return { ...found, error };
    if (2 * steps > MOST) unsettled(error, steps);
    before = found;
  }
};

/** The least stretch of a field's interval beyond which V changes by less than 1e-11 of the kinetic energy, as far as three places further out tell; as near and far end. */
const endsOf = (field: MatrixField, from: "left" | "right", kinetic: number): readonly [number, number] => {
  const [left, right] = field.interval;
  const [middle, half] = [0.5 * (left + right), 0.5 * (right - left)];
  const at = (x: number) => field.value(Float64Array.of(x), roomFor(field, 1));
  const change = (x: number, further: number): number => {
    const [a, b] = [at(x), at(further)];
    const parts = [...a.re.map((value, k) => value - b.re[k]), ...a.im.map((value, k) => value - b.im[k])];
    return parts.reduce((most, value) => Math.max(most, Math.abs(value)), 0) / kinetic;
  };
  const changes = (reach: number): number =>
    Math.max(
      ...[-1, 1].flatMap((side) =>
        [1.13, 1.37, 1.9].map((more) => change(middle + side * reach, middle + side * more * reach)),
      ),
    );
  let stretch = 1;
  while (changes(stretch * half) > CONSTANT && stretch < 30) stretch *= 1.2;
  const reach = stretch * half;
  const rest = changes(reach);
  if (!(rest <= CONSTANT))
    throw new PhysicsError("not-converged", {
      what: `Beyond ${Number((middle - reach).toPrecision(3))} and ${Number((middle + reach).toPrecision(3))} V still changes by ${rest.toPrecision(2)} of the kinetic energy`,
      expected: "a V that becomes constant at both ends, as channels are its eigenstates there",
      remedy: "Give the field another interval, or propagate a packet by operators.schroedinger",
    });
  return from === "left" ? [middle - reach, middle + reach] : [middle + reach, middle - reach];
};

/** Exact scattering of a plane wave on a line: −(ħ²/2m) ψ″ + V(x) ψ = E ψ, with an incoming wave in one channel and waves that leave, or die away where the energy does not suffice, in all.
 *  By Numerov's recurrence for the ratio of neighbouring values, which conserves probability whatever the step; the interval of the field is
 *  widened to where V is constant, and steps are halved until no probability moves by 1e-9. Channels are the adiabatic states at the ends. A packet has the average of this over its momenta.
 *  @throws PhysicsError "dimension" off the line, "parameter", "not-converged" where V does not become constant [johnson-1978] */
export const scattering = (
  system: QuantumSystem,
  { momentum, state = 0, from = "left" }: ScatteringOptions,
): Scattering => {
  cited("johnson-1978");
  const {
    field,
    mass: [mass],
    hbar,
  } = moleculeOf(system);
  if (field.dim !== 1)
    throw new PhysicsError("dimension", {
      what: `V is a function of ${field.dim} coordinates`,
      expected: "one",
      remedy: "Propagate a packet by operators.schroedinger, which takes up to three",
    });
  oneOf("end", from, { left: 0, right: 0 }, "the left one");
  positive("momentum", momentum);
  if (whole("state", state, 0) >= field.states)
    throw new PhysicsError("parameter", {
      what: `There is no state ${state}`,
      expected: `0 to ${field.states - 1}`,
      remedy: "Count from the lowest, 0",
    });
  const [scale, kinetic] = [(2 * mass) / hbar ** 2, momentum ** 2 / (2 * mass)];
  const [near, far] = endsOf(field, from, kinetic);
  const length = Math.abs(far - near);
  const energy =
    kinetic + finite("the energy of the channel", asymptoteAt(field, near, 0, scale, length).values[state]);
  const { reflected, transmitted, error } = refined(
    { field, scale, energy, state, near, far },
    Math.ceil((8 * momentum * length) / hbar) + 64,
  );
  const rows = Array.from(reflected, (R, j) => ({ "adiabatic state": j, reflected: R, transmitted: transmitted[j] }));
  return { energy, reflected, transmitted, error, [display]: () => table(rows)[display]() };
};
