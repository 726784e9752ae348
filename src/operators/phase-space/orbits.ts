import { finite } from "../../checks.js";
import { PhysicsError } from "../../errors.js";
import type { LiouvilleSystem } from "./liouville-system.js";

/** The relative error of a period, the most nodes, and halvings on the way to a turning point. */
const [PRECISE, NODES, HALVINGS] = [1e-10, 2 ** 16, 60];

const refuse = (
  fault: "parameter" | "grid" | "not-converged",
  what: string,
  expected: string,
  remedy: string,
): never => {
  throw new PhysicsError(fault, { what, expected, remedy });
};

/** Where V = E between a place inside the well and one outside. */
const turning = (V: (x: number) => number, E: number, inside: number, outside: number): number => {
  let [low, high] = [inside, outside];
  for (let k = 0; k < HALVINGS; k++) {
    const middle = 0.5 * (low + high);
    if (V(middle) < E) low = middle;
    else high = middle;
  }
  return low;
};

/** Where the particle may be, V < E, as stretches between turning points. */
const stretches = ({ x, V }: LiouvilleSystem, E: number): (readonly [number, number])[] => {
  const free = Array.from(x.edges, (at) => V(at) < E);
  if (free[0] || free[x.cells])
    refuse(
      "grid",
      `At the energy ${E} the particle leaves the grid, ${x.symbol} from ${x.from} to ${x.to}`,
      "a bounded orbit",
      x.ends[0] === "periodic"
        ? "Begin the ring at the top of the barrier, and take an energy below it"
        : "Widen the grid, or take a lower energy",
    );
  const turns = free.flatMap((is, i) => {
    if (i === 0 || is === free[i - 1]) return [];
    return [is ? turning(V, E, x.edges[i], x.edges[i - 1]) : turning(V, E, x.edges[i - 1], x.edges[i])];
  });
  return turns.flatMap((at, k) => (k % 2 === 0 ? [[at, turns[k + 1]] as const] : []));
};

/** T = √(2m) ∫ dx/√(E − V): with x = c + r sin θ what is under the integral is smooth and periodic in θ, and equal weights converge like an exponential. */
const period = (V: (x: number) => number, mass: number, E: number, [from, to]: readonly [number, number]): number => {
  const [centre, half] = [0.5 * (from + to), 0.5 * (to - from)];
  const rule = (nodes: number) => {
    let sum = 0;
    for (let k = 0; k < nodes; k++) {
      const angle = Math.PI * ((k + 0.5) / nodes - 0.5);
      sum += Math.cos(angle) / Math.sqrt(E - V(centre + half * Math.sin(angle)));
    }
    return (Math.sqrt(2 * mass) * half * Math.PI * sum) / nodes;
  };
  let before = rule(16);
  for (let nodes = 32; nodes <= NODES; nodes *= 2) {
    const now = rule(nodes);
    if (Math.abs(now - before) <= PRECISE * now) return now;
    before = now;
  }
  return refuse(
    "not-converged",
    `The period at the energy ${E} comes to ${before}, and still moves`,
    "an energy away from the top of a barrier, where a period is infinite",
    "Take a slightly different energy",
  );
};

/** ω(E) = 2π/T(E) of the orbits at an energy, one for each well that it fills, from left to right. Wells narrower than a cell are not seen.
 *  @throws PhysicsError "parameter" below all wells, "grid" where an orbit leaves it, "not-converged" at the top of a barrier [landau-lifshitz-1976] */
export const frequenciesOf = (system: LiouvilleSystem, E: number): Float64Array => {
  finite("E", E);
  const wells = stretches(system, E);
  if (wells.length === 0)
    refuse("parameter", `The energy is ${E}, below V on the whole grid`, "an energy above a minimum of V", "Raise E");
  return Float64Array.from(wells, (well) => (2 * Math.PI) / period(system.V, system.mass, E, well));
};
