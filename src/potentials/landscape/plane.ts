import type { Potential } from "../potential.js";
import type { Region } from "../show/map.js";
import { scan } from "./critical-points.js";
import { regionBelow } from "./region.js";

/** The rectangle that holds all wells and saddles, and a height above the highest of them, as far above the lowest point as 1.6 times that.
 *  @throws PhysicsError "unbounded" */
export const plane = (potential: Potential): Region => {
  const points = scan(potential, regionBelow(potential, 1e3), 64);
  const floor = points[0]?.energy ?? 0;
  const rise = 1.6 * ((points[points.length - 1]?.energy ?? floor) - floor) || 1;
  return { ...regionBelow(potential, rise), floor, ceiling: floor + rise };
};
