import { positive } from "../../checks.js";
import { type Displayable, display } from "../../display.js";
import type { Potential } from "../../potentials/potential.js";
import { cited } from "../../references.js";
import { flattened, noiseFactor, type Rows, symmetricPart, times } from "../coupling.js";
import type { Configuration, Integrator } from "../integrator.js";
import { coupledWithoutMass, motionShown } from "../motion-shown.js";

/** kT is an energy, D a length² over a time by rows. */
export interface CoupledBath {
  readonly kT: number;
  readonly D: Rows;
}

/**
 * Overdamped dynamics with a constant matrix D, dq = (D/kT) F dt + √(2Dˢ) dW, where only the symmetric part Dˢ makes noise. An
 * antisymmetric part, as a magnetic force leaves it, turns the drift and keeps exp(−V/kT): these are the trajectories of
 * ∂W/∂t = ∂_a D_ab (∂_b + ∂_bV/kT) W. By predictor and corrector: averages are right to O(dt²).
 *
 * @throws PhysicsError "parameter" for a matrix of another size, or one whose symmetric part is not positive definite [kloeden-platen-1992]
 */
export const coupledBrownian = (
  { potential }: { readonly potential: Potential },
  { kT, D: rows }: CoupledBath,
  dt: number,
): Integrator<Configuration> & Displayable => {
  positive("kT", kT);
  positive("dt", dt);
  const { dim } = potential;
  const D = flattened("D", rows, dim);
  const L = noiseFactor("D", symmetricPart(D, dim), dim);
  const mobility = D.map((value) => (value * dt) / kT);
  const width = L.map((value) => value * Math.sqrt(2 * dt));
  cited("kloeden-platen-1992");
  let [xi, noise, now, then, ahead, force] = Array.from({ length: 6 }, () => new Float64Array(0));
  const makeRoom = (length: number): void => {
    if (xi.length !== length)
      [xi, noise, now, then, ahead, force] = Array.from({ length: 6 }, () => new Float64Array(length));
  };
  return {
    ...{ name: "Brownian with a matrix D", dt, kT, potential, draws: 1 },
    init: (q) => ({ q, force: potential.force(q, new Float64Array(q.length)) }),
    step: (state, rng) => {
      const { q } = state;
      makeRoom(q.length);
      for (let i = 0; i < q.length; i++) xi[i] = rng.normal();
      times(width, xi, noise, dim);
      times(mobility, state.force, now, dim);
      for (let i = 0; i < q.length; i++) ahead[i] = q[i] + now[i] + noise[i];
      times(mobility, potential.force(ahead, force), then, dim);
      for (let i = 0; i < q.length; i++) q[i] += 0.5 * (now[i] + then[i]) + noise[i];
      potential.force(q, state.force);
      return state;
    },
    [display]: () => motionShown("Brownian", coupledWithoutMass, { dt, kT, D: JSON.stringify(rows) }),
  };
};
