import { oneOf } from "../../checks.js";
import { type Displayable, display } from "../../display.js";
import { PhysicsError } from "../../errors.js";
import { table } from "../../table.js";
import type { Density } from "../density.js";
import type { Exit } from "./exits.js";
import type { Space } from "./space.js";
import { adiabaticComponents, type Basis, type Wave } from "./wave.js";

/** A wave at one of the times at which it was looked at. */
export interface Snapshot {
  readonly t: number;
  /** |ψ|², of all states together. */
  readonly density: Density;
  /** ∫ |ψⱼ|² of what is on the grid, for each state. */
  readonly adiabatic: Float64Array;
  readonly diabatic: Float64Array;
}

/** Where a packet went, by electron state. */
export interface Channels {
  /** Probability on the side of the first axis from which it came. */
  readonly reflected: Float64Array;
  /** Probability beyond the place that divides. */
  readonly transmitted: Float64Array;
}

/** A propagation: looks at the wave on its way, the wave at the end, and what has left. */
export interface Evolution extends Displayable {
  readonly frames: readonly Snapshot[];
  readonly final: Wave;
  /** What the absorbing ends have taken up; with the norm of `final` it adds up to 1. */
  readonly exits: readonly Exit[];
  /** What has left at either end of the first axis or lies on either side of a place there, the middle of the grid unless told. @throws PhysicsError "parameter" */
  channels(options?: { readonly divide?: number; readonly basis?: Basis }): Channels;
}

/** ∫ |ψⱼ|² on the lower and upper side of a place on the first axis. */
const sidesOf = (space: Space, wave: Wave, divide: number, basis: Basis): readonly [Float64Array, Float64Array] => {
  const { grid, states } = space;
  const { re, im } = basis === "adiabatic" ? adiabaticComponents(space, wave) : wave;
  const sides = [new Float64Array(states), new Float64Array(states)] as const;
  for (let i = 0; i < re.length; i++) {
    const cell = i % grid.size;
    const side = grid.points[cell * grid.dim] > divide ? 1 : 0;
    sides[side][Math.floor(i / grid.size)] += (re[i] ** 2 + im[i] ** 2) * grid.volumes[cell];
  }
  return sides;
};

/** What is known of a propagation at its end. */
export const evolutionOf = (
  space: Space,
  frames: readonly Snapshot[],
  final: Wave,
  exits: readonly Exit[],
): Evolution => {
  const [first] = space.grid.axes;
  const channels: Evolution["channels"] = ({ divide = 0.5 * (first.from + first.to), basis = "adiabatic" } = {}) => {
    oneOf("basis", basis, { adiabatic: 0, diabatic: 0 }, "the adiabatic one");
    if (!(divide > first.from && divide < first.to))
      throw new PhysicsError("parameter", {
        what: `The place that divides is ${divide}`,
        expected: `a number between ${first.from} and ${first.to}, the ends of ${first.symbol}`,
        remedy: "Leave it out for the middle of the grid",
      });
    const sides = sidesOf(space, final, divide, basis);
    for (const exit of exits)
      if (exit.axis === first.symbol)
        for (const [j, part] of exit[basis].entries()) sides[exit.end === "upper" ? 1 : 0][j] += part;
    const cameFromAbove = frames[0].density.average((x) => x) > divide;
    const [near, far] = cameFromAbove ? [sides[1], sides[0]] : sides;
    return { reflected: near, transmitted: far };
  };
  const shown = () => {
    const { reflected, transmitted } = channels();
    return table(
      Array.from(reflected, (R, j) => ({ "adiabatic state": j, reflected: R, transmitted: transmitted[j] })),
    );
  };
  return { frames, final, exits, channels, [display]: () => shown()[display]() };
};
