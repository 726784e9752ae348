import { PhysicsError } from "../../errors.js";
import type { Axis } from "../../grids/axis.js";
import { type Slopes, slopesOn } from "./hermite-slopes.js";
import type { PhaseSystem } from "./phase-system.js";

/** What a method has to know of the places, whatever the number of levels. */
export interface HermitePlaces {
  readonly slopes: Slopes;
  /** The root of the probability of each cell in x. */
  readonly root: Float64Array;
}

const checkAxis = ({ widths, ends }: Axis): void => {
  const even = widths.every((width) => Math.abs(width - widths[0]) < 1e-9 * widths[0]);
  const known = ends.every((end) => end === "natural" || end === "reflecting");
  if (even && known) return;
  throw new PhysicsError("grid", {
    what: even ? `The ends of x are ${ends.join(" and ")}` : "The cells in x have different widths",
    expected: "equal cells between natural or reflecting ends, for waves to live on",
    remedy: 'Change the grid, or take { method: "finite-volume" }',
  });
};

/** √w and the slopes. @throws PhysicsError "grid" */
export const hermitePlaces = ({ V, force, mass, kT, x }: PhaseSystem): HermitePlaces => {
  checkAxis(x);
  const reduced = x.centres.map((at) => V(at) / kT);
  const floor = reduced.reduce((least, value) => Math.min(least, value));
  const weight = reduced.map((value) => Math.exp(floor - value));
  const total = weight.reduce((sum, value) => sum + value, 0);
  const w = weight.map((value) => value / total);
  const drive = x.centres.map((at) => -force(at) / (2 * kT));
  return { slopes: slopesOn(x, w, drive, Math.sqrt(kT / mass)), root: w.map(Math.sqrt) };
};
