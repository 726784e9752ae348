/** Electrons of a temperature T: amplitudes c_j of the eigenvectors Ψ_j with the density exp(−Σ_j λ̃_j |c_j|²/T), λ̃_j = λ_j − λ_0. */

import { oneOf, positive } from "../../checks.js";
import { PhysicsError } from "../../errors.js";
import type { Complexes } from "../../linalg/dense/complexes.js";
import type { Frame } from "../../potentials/fields/matrix-field.js";
import type { Stream } from "../../random/stream.js";
import type { Electrons } from "./electrons.js";

const measures = { normalised: 0, gaussian: 0 } as const;

export interface GibbsElectronsOptions {
  /** T, an energy. */
  readonly kT: number;
  /** "normalised" unless told: the density on the sphere |c| = 1, which Ehrenfest dynamics keeps. "gaussian": c ∝ (1, γ_1, γ_2, …) with independent normal
   *  γ_j, the limit of it for T far below all λ̃_j. */
  readonly measure?: keyof typeof measures;
}

/** Draws of one set of populations before the search is given up. */
const TRIES = 1e7;

const meeting = (j: number): never => {
  throw new PhysicsError("undefined-quantity", {
    what: `Level ${j} lies on the lowest one, where a normal amplitude would have no bound`,
    expected: "a gap above the lowest level",
    remedy: 'Take the measure "normalised", or start where there is a gap',
  });
};

const seldom = (kT: number): never => {
  throw new PhysicsError("not-converged", {
    what: `None of ${TRIES} draws of populations at kT = ${kT} was accepted`,
    expected: "a temperature well below the gaps, or well above the spread of the levels",
    remedy: "Change kT, or take fewer states",
  });
};

/** γ_j with real and imaginary parts of variance T/(2λ̃_j): then ⟨λ̃_j |γ_j|²⟩ = T, the share T/2 of each of two squares. */
const normals = ({ values }: Frame, kT: number, rng: Stream): Complexes => {
  const c = { re: new Float64Array(values.length), im: new Float64Array(values.length) };
  c.re[0] = 1;
  for (let j = 1; j < values.length; j++) {
    const gap = values[j] - values[0];
    if (!(gap > 0)) meeting(j);
    const width = Math.sqrt((0.5 * kT) / gap);
    c.re[j] = width * rng.normal();
    c.im[j] = width * rng.normal();
  }
  return c;
};

/** Populations from independent exponentials of the means T/λ̃_j, of which those with Σ_{j>0} ≤ 1 are kept: for low temperatures. */
const exponentials = (gaps: Float64Array, kT: number, rng: Stream): Float64Array | undefined => {
  const P = new Float64Array(gaps.length);
  let sum = 0;
  for (let j = 1; j < P.length && sum <= 1; j++) {
    P[j] = (-kT / gaps[j]) * Math.log(1 - rng.uniform());
    sum += P[j];
  }
  P[0] = 1 - sum;
  return sum <= 1 ? P : undefined;
};

/** Populations that are uniform on Σ_j P_j = 1, kept with the probability exp(−Σ_j λ̃_j P_j/T): for high temperatures. */
const uniforms = (gaps: Float64Array, kT: number, rng: Stream): Float64Array | undefined => {
  const P = gaps.map(() => -Math.log(1 - rng.uniform()));
  const sum = P.reduce((a, b) => a + b, 0);
  const energy = P.reduce((all, p, j) => all + (p * gaps[j]) / sum, 0);
  return rng.uniform() < Math.exp(-energy / kT) ? P.map((p) => p / sum) : undefined;
};

/** Amplitudes with |c| = 1: P_j = |c_j|² have the density exp(−Σ_j λ̃_j P_j/T) on the simplex, phases are uniform. */
const onSphere = ({ values }: Frame, kT: number, rng: Stream): Complexes => {
  const gaps = values.map((value) => value - values[0]);
  const mean = gaps.reduce((sum, gap) => sum + gap, 0) / gaps.length;
  const crowd = gaps.subarray(1).reduce((sum, gap) => sum + kT / gap, 0);
  const draw = 2 * crowd > mean / kT ? uniforms : exponentials;
  for (let turn = 0; turn < TRIES; turn++) {
    const P = draw(gaps, kT, rng);
    if (!P) continue;
    const phases = P.map(() => 2 * Math.PI * rng.uniform());
    return {
      re: P.map((p, j) => Math.sqrt(p) * Math.cos(phases[j])),
      im: P.map((p, j) => Math.sqrt(p) * Math.sin(phases[j])),
    };
  }
  return seldom(kT);
};

/** Electrons drawn from the Gibbs measure of their energy Σ_j λ̃_j |c_j|² at the place of the nuclei. In the measure exp(−H/T) of
 *  H = p²/2m + λ_0 + Σ_j λ̃_j |c_j|² they belong to nuclei of the density exp(−λ_0/T) where no gap depends on the place.
 *  @throws PhysicsError "parameter"; from a start "undefined-quantity" where levels meet, "not-converged" where no draw is accepted */
export const gibbsElectrons = ({ kT, measure = "normalised" }: GibbsElectronsOptions): Electrons => {
  positive("kT", kT);
  oneOf("measure", measure, measures, '"normalised"');
  return (frame, rng) => (measure === "gaussian" ? normals : onSphere)(frame, kT, rng);
};
