/** Core regions for a condition such as "x > 0" on a line. A path that wanders about x = 0 crosses it again and again; it has hopped only once it
 *  has arrived at the bottom of the other well. So a hop is an arrival at the next minimum on the other side, after having been at the one on this side. */

import type { MathNode } from "mathjs";
import { parse as parseMath } from "mathjs/number";
import { type Names, scalar } from "../../expressions/compile.js";
import { basin } from "../../potentials/landscape/landscape.js";
import { stationaryPoints } from "../../potentials/landscape/stationary.js";
import { type Potential, profile, pull } from "../../potentials/potential.js";

/** The places between which the truth of a condition changes, if it changes once. */
const change = (
  truth: (x: number) => number,
  from: number,
  to: number,
): { at: number; rising: boolean } | undefined => {
  const places = Array.from({ length: 2000 }, (_, i) => from + ((i + 0.5) / 2000) * (to - from));
  const changes = places.filter((x, i) => i > 0 && truth(x) !== truth(places[i - 1]));
  return changes.length === 1 ? { at: changes[0], rising: truth(changes[0]) === 1 } : undefined;
};

/** The cores of a condition on a line: the outer sides of the minima next to the place where it changes. Undefined off a line, where the condition
 *  involves the momentum or changes more than once, or where a side has no minimum. */
export const coresOf = (
  tree: MathNode,
  names: Names,
  potential: Potential,
): readonly [MathNode, MathNode] | undefined => {
  if (potential.dim !== 1) return undefined;
  const [x] = names.coordinates;
  try {
    const V = profile(potential);
    const { from, to, lowest } = basin(V, 1e3);
    const { from: left, to: right } = basin(
      V,
      Math.max(...stationaryPoints(pull(potential), from, to).map((s) => V(s.x))) - V(lowest) + 1,
    );
    const switched = change(scalar(tree, x, {}), left, right);
    if (switched === undefined) return undefined;
    const minima = stationaryPoints(pull(potential), left, right).filter(({ kind }) => kind === "minimum");
    const below = minima.filter((m) => m.x < switched.at).at(-1);
    const above = minima.find((m) => m.x >= switched.at);
    if (below === undefined || above === undefined) return undefined;
    const low = parseMath(`${x} <= ${below.x}`);
    const high = parseMath(`${x} >= ${above.x}`);
    return switched.rising ? [low, high] : [high, low];
  } catch {
    return undefined;
  }
};
