import { PhysicsError } from "../../errors.js";
import { exponentialInTurns, RESOLVENT_TIME } from "../../linalg/exponential/resolvent-exponential.js";
import type { Fronts } from "../../linalg/sparse/fronts.js";
import { type Grounded, grounded } from "../../linalg/sparse/grounded.js";
import { cited } from "../../references.js";
import { within } from "../../turns.js";
import { checkStart } from "./aloft.js";
import type { Network } from "./network.js";
import type { Flow } from "./propagation.js";

/** The part of the whole probability by which a step may be off. */
const TOLERANCE = 1e-9;

const stuck = (t: number): never => {
  throw new PhysicsError("not-converged", {
    what: `No step is short enough for the density to slide down from where it starts; the last tried was ${t}`,
    expected: "a start within some hundred kT of the wells",
    remedy: "Start lower on the slopes",
  });
};

/** P ← exp(t𝓛)P on a network. Where the start lies so high on a slope that the series loses digits, it goes in shorter steps first.
 *  @throws PhysicsError "not-converged" [moret-novati-2004] */
export const networkPropagation = ({ grid, links, sinks, weight, aloft }: Network, shape: () => Fronts): Flow => {
  let kept: { readonly tau: number; readonly inverse: Grounded } | undefined;
  const inverseAt = (tau: number): Grounded => {
    if (kept?.tau !== tau) {
      const ground = weight.map((share, i) => share / tau + sinks[i] + aloft[i]);
      kept = { tau, inverse: grounded(shape(), links, ground) };
    }
    return kept.inverse;
  };
  /** S P = π (π + τE)⁻¹ P, the densities after an exponentially distributed time of mean τ. */
  const resolving = (tau: number) => (x: Float64Array, y: Float64Array) => {
    const inverse = inverseAt(tau);
    for (let i = 0; i < x.length; i++) y[i] = x[i] / tau;
    inverse.solve(y, y);
    for (let i = 0; i < x.length; i++) y[i] *= weight[i];
    return y;
  };
  return function* (start, time) {
    cited("moret-novati-2004");
    checkStart(grid, aloft, start);
    const total = start.reduce((sum, value) => sum + Math.abs(value), 0);
    let P = start;
    let length = time;
    for (let left = time; left > 0; ) {
      yield 1 - left / time;
      const { values, error } = yield* within(
        exponentialInTurns(resolving(RESOLVENT_TIME * length), P),
        (part) => 1 - (left - part * length) / time,
      );
      if (error > TOLERANCE * total) {
        length /= 8;
        if (length < 1e-12 * time) stuck(length);
        continue;
      }
      P = values;
      left -= length;
      length = left;
    }
    return P;
  };
};
