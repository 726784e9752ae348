/** The energy shell H = E of one degree of freedom: the stretches between turning points. */

import { PhysicsError } from "../errors.js";
import { basin, lowestTried } from "../potentials/landscape/landscape.js";
import { turns, walled } from "./turns.js";

/** A stretch on which V < E, between turning points or walls. */
export interface Stretch {
  readonly from: number;
  readonly to: number;
}

/** The place between two at which V − E changes sign, to the last bits; `inside` is where V < E. */
const crossing = (V: (x: number) => number, E: number, inside: number, outside: number): number => {
  let [a, b] = [inside, outside];
  for (let step = 0; step < 80; step++) {
    const middle = 0.5 * (a + b);
    if (V(middle) < E) a = middle;
    else b = middle;
  }
  return a;
};

/** Refuses an energy below the lowest value of V. @throws PhysicsError "parameter" */
export const checkEnergy = (E: number, floor: number): void => {
  if (floor < E) return;
  throw new PhysicsError("parameter", {
    what: `No place has a potential energy below E = ${E}`,
    expected: `an energy above the lowest value of V, ${Number(floor.toPrecision(6))}`,
    remedy: `Try E = ${Number((floor + Math.max(Math.abs(floor), 1) / 2).toPrecision(3))}`,
  });
};

/** An interval that holds every place with V < E, and little more: V need not rise any higher than E on its sides. */
const rangeBelow = (V: (x: number) => number, E: number) => {
  const depth = (floor: number) => 1.001 * (E - floor);
  let floor = lowestTried(V);
  for (let look = 0; look < 2; look++) floor = V(basin(V, E > floor ? depth(floor) : 1e3).lowest);
  return basin(V, Math.max(depth(floor), 1e-9));
};

/** The stretches on which V < E, left to right. `walls` bound them. @throws PhysicsError "parameter" where there is none, "unbounded" */
export const stretchesOf = (
  potential: (x: number) => number,
  E: number,
  walls: readonly [number, number] | undefined,
): readonly Stretch[] => {
  const V = walled(potential);
  const range = walls ? { from: walls[0], to: walls[1] } : rangeBelow(V, E);
  const { places, floor } = turns(V, range.from, range.to);
  checkEnergy(E, floor);
  const nodes = [range.from, ...places, range.to];
  const ends: number[] = V(range.from) < E ? [range.from] : [];
  for (let i = 1; i < nodes.length; i++) {
    const [left, right] = [nodes[i - 1], nodes[i]];
    const [below, above] = [V(left) < E, V(right) < E];
    if (below !== above) ends.push(below ? crossing(V, E, left, right) : crossing(V, E, right, left));
  }
  if (V(range.to) < E) ends.push(range.to);
  return Array.from({ length: ends.length / 2 }, (_, i) => ({ from: ends[2 * i], to: ends[2 * i + 1] }));
};
