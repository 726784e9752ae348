/** Mean times to arrive: τ with −𝓛†τ = 1 outside of the target, τ = 0 in it. */

import { PhysicsError } from "../../errors.js";
import { type Density, densityOn } from "../density.js";
import { type Field, fieldOn } from "../field.js";
import type { Membership } from "../region.js";
import { fromBelow } from "./aloft.js";
import { type Outside, outsideOf } from "./boundary.js";
import type { Network } from "./network.js";
import { losing } from "./passage.js";

/** Where passages start: at a point, in a region (in equilibrium there), or from a density. */
export type From = readonly number[] | Membership | Density;

const closed = (): never => {
  throw new PhysicsError("undefined-quantity", {
    what: "Nothing is ever lost here, and no target is given",
    expected: "a target, or absorbing ends",
    remedy: 'Name it, such as firstPassage([-0.6, 1.4], "x > 0.5")',
  });
};

/** Σ over cells outside, as a whole field. */
const timesOf = ({ network, number, cells, inverse }: Outside): Float64Array => {
  const times = inverse.solve(
    Float64Array.from(cells, (cell) => network.weight[cell]),
    new Float64Array(cells.length),
  );
  const all = Float64Array.from(number, (n) => (n >= 0 ? times[n] : 0));
  return fromBelow(network.joints, network.landscape, all);
};

/** The mean time to the target from each cell; without a target, to an absorbing end. @throws PhysicsError "undefined-quantity", "grid" */
export const passageTimes = (network: Network, target?: Membership): Field => {
  if (target === undefined && network.isClosed) closed();
  if (target !== undefined && !network.isClosed) losing();
  return fieldOn(network.grid, timesOf(outsideOf(network, target ? [target] : [])), "τ");
};

/** Equilibrium within a region, as a density. */
const within = ({ grid, weight }: Network, inside: Membership): Density => {
  const kept = weight.map((share, i) => {
    const point = grid.points.slice(i * grid.dim, (i + 1) * grid.dim);
    return inside(point) ? share : 0;
  });
  const total = kept.reduce((sum, share) => sum + share, 0);
  if (total > 0)
    return densityOn(
      grid,
      kept.map((share, i) => share / total / grid.volumes[i]),
    );
  throw new PhysicsError("grid", {
    what: "No cell lies in the region of the start",
    expected: "a region of some cells",
    remedy: "Widen it, or give a point",
  });
};

/** The mean of passage times over a start. */
export const passageFrom = (network: Network, times: Field, from: From): number => {
  if (typeof from === "function") return passageFrom(network, times, within(network, from));
  if ("values" in from && "mass" in from)
    return from.values.reduce((sum, rho, i) => sum + rho * network.grid.volumes[i] * times.values[i], 0) / from.mass;
  return times.at(...(from as readonly number[]));
};
