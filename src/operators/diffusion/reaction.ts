/** Transition-path theory: the paths that leave A and come to B without a return to A. [e-vanden-eijnden-2006, metzner-schuette-vanden-eijnden-2009] */

import { type Displayable, display } from "../../display.js";
import { PhysicsError } from "../../errors.js";
import { cited } from "../../references.js";
import { type Field, fieldOn, type VectorField } from "../field.js";
import { fromBelow } from "./aloft.js";
import type { Outside } from "./boundary.js";
import { currentOf } from "./current.js";

/** The reaction from A to B in equilibrium. */
export interface Reaction extends Displayable {
  /** q(x): the probability to come to B before A from x. */
  readonly committor: Field;
  /** How many paths go from A to B in a unit of time; in equilibrium as many go back. */
  readonly flux: number;
  /** k = flux over the probability to have been in A last. */
  readonly rate: number;
  /** 1/rate, the mean time from the arrival in A, after B, to the arrival in B. */
  readonly passage: number;
  /** ∫ ρ ∇q·D∇q, which is the flux. */
  readonly capacity: number;
  /** ρ D ∇q: the net current of the paths from A to B. */
  readonly current: VectorField;
}

/** q on all cells: 0 in the first region, 1 in the second. */
const committorValues = ({ network, number, contacts, inverse }: Outside): Float64Array => {
  const q = inverse.solve(contacts[1], new Float64Array(contacts[1].length));
  const all = Float64Array.from(number, (n) => (n >= 0 ? q[n] : -1 - n));
  return fromBelow(network.joints, network.landscape, all);
};

/** The committor between the two regions of an outside. Where probability is lost, the lost do not come to B. */
export const committorOf = (outside: Outside): Field => {
  cited("e-vanden-eijnden-2006");
  return fieldOn(outside.network.grid, committorValues(outside), "q");
};

const losing = (): never => {
  throw new PhysicsError("undefined-quantity", {
    what: "Probability runs out through absorbing ends, so that no steady number of paths goes from A to B",
    expected: "a generator that loses nothing",
    remedy: "Ask for the committor, or take reflecting ends",
  });
};

/** ∫ ρ ∇q·D∇q as Σ c (Δq)² over joints. */
const energy = ({ network, conductance }: Outside, q: Float64Array): number => {
  const { from, to } = network.joints;
  return conductance.reduce((sum, c, k) => (c > 0 ? sum + c * (q[to[k]] - q[from[k]]) ** 2 : sum), 0);
};

/** ρ D ∇q, with the flow c Δq over each joint. */
const reactiveCurrent = ({ network, conductance }: Outside, q: Float64Array): VectorField => {
  const { from, to } = network.joints;
  return currentOf(network, (k) => (conductance[k] > 0 ? conductance[k] * (q[to[k]] - q[from[k]]) : 0), "J");
};

/** The reaction between the two regions of an outside. @throws PhysicsError "undefined-quantity" where probability is lost */
export const reactionOf = (outside: Outside): Reaction => {
  const { network, cells, contacts } = outside;
  if (!network.isClosed) losing();
  cited("e-vanden-eijnden-2006", "metzner-schuette-vanden-eijnden-2009");
  const q = committorValues(outside);
  const flux = cells.reduce((sum, cell, n) => sum + contacts[0][n] * q[cell], 0);
  const fromA = network.weight.reduce((sum, weight, i) => sum + weight * (1 - q[i]), 0);
  const rate = flux / fromA;
  return {
    committor: fieldOn(network.grid, q, "q"),
    flux,
    rate,
    passage: 1 / rate,
    capacity: energy(outside, q),
    current: reactiveCurrent(outside, q),
    [display]: () => ({
      "text/latex": `$$k_{AB} = ${rate.toPrecision(6)},\\quad \\text{flux} = ${flux.toPrecision(6)},\\quad 1/k_{AB} = ${(1 / rate).toPrecision(6)}$$`,
      "text/plain": `k(A→B) = ${rate.toPrecision(9)}, flux = ${flux.toPrecision(9)}, 1/k = ${(1 / rate).toPrecision(9)}`,
    }),
  };
};
