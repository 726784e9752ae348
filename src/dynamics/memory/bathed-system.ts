import { notNegative, positive } from "../../checks.js";
import { PhysicsError } from "../../errors.js";
import type { Potential } from "../../potentials/potential.js";
import type { HarmonicBath } from "../../systems/harmonic-bath.js";
import { type Mass, massOf } from "../splitting/mass.js";
import type { System } from "../splitting/splitting.js";
import { type Displacement, displacementOf } from "./displacement.js";

/** A heavy particle, with an external potential of its own, in a bath of oscillators. */
export interface BathedSystem extends System {
  readonly bath: HarmonicBath;
  /** The functions s(X) that displace the oscillators, one for each number in a row of the bath's couplings; the coordinates unless told. */
  readonly displacements?: readonly Potential[];
}

/** A bathed system that was looked at. */
export interface Bathed {
  readonly potential: Potential;
  readonly bath: HarmonicBath;
  readonly mass: Mass;
  readonly displacement: Displacement;
}

/** Looks at a bathed system and a step. A step in which the fastest oscillator turns by half a turn or more resonates with the kicks.
 *  @throws PhysicsError "parameter", "dimension", "unstable" */
export const bathed = ({ potential, mass, bath, displacements }: BathedSystem, kT: number, dt: number): Bathed => {
  notNegative("kT", kT);
  const fastest = bath.frequencies.reduce((most, lambda) => Math.max(most, lambda), 0);
  if (positive("dt", dt) * fastest >= Math.PI)
    throw new PhysicsError("unstable", {
      what: `In dt = ${dt} the fastest oscillator, of frequency ${Number(fastest.toPrecision(4))}, turns by ${Number(((dt * fastest) / (2 * Math.PI)).toPrecision(3))} of a turn`,
      expected: "less than half a turn, where kicks begin to resonate with it",
      remedy: `Try dt below ${Number((Math.PI / fastest).toPrecision(2))}; a tenth of it is accurate`,
    });
  return {
    potential,
    bath,
    mass: massOf(mass, potential.dim),
    displacement: displacementOf(potential.dim, bath.feels, displacements),
  };
};
