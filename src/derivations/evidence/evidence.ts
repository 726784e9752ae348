import { type Displayable, display } from "../../display.js";
import { type Estimate, estimate, type ShownEstimate } from "../../estimate/estimate.js";
import { order } from "../../estimate/order.js";
import type { Stream } from "../../random/index.js";
import { table } from "../../table.js";

/** How far a system is from what is claimed, at each value of what should bring it there, and the power at which it comes. */
export interface Measured {
  /** The system, and what is measured of it. */
  readonly what: string;
  /** What is varied: "t" or "ε". */
  readonly over: string;
  readonly points: readonly { readonly at: number; readonly distance: Estimate }[];
  /** p in distance ∝ atᵖ, fitted. */
  readonly slope: ShownEstimate;
  /** p where the claim holds; where it is left out, the claim is known to fail and p is 0. */
  readonly claimed?: number;
}

/** What a simulation, or a system that is solved exactly, says of a hypothesis or a limit. */
export interface Evidence extends Displayable {
  /** The id of the statement. */
  readonly equation: string;
  readonly measured: readonly Measured[];
}

/** Where the random numbers come from, and how the work can be stopped. */
export interface Gathering {
  readonly stream: Stream;
  readonly signal?: AbortSignal | undefined;
}

/** Evidence as it is gathered, to be asked for by the id of a statement. */
export type Gather = (gathering: Gathering) => Promise<readonly Measured[]>;

/** A measurement with its slope. @throws PhysicsError "parameter", "too-short" as `order` does */
export const measured = (of: Omit<Measured, "slope">): Measured => {
  const { mean, error, samples, tau } = order(of.points.map(({ at, distance }) => ({ step: at, error: distance })));
  return { ...of, slope: estimate(mean, error, samples, tau) };
};

/** An exact distance. */
export const exactly = (mean: number): Estimate => ({ mean, error: 0, samples: 1, tau: 0 });

/** Evidence that shows itself as a table, one row for each measurement. */
export const evidenceOf = (equation: string, all: readonly Measured[]): Evidence => {
  const rows = all.map(({ what, over, points, slope, claimed }) => ({
    what,
    [`from ${over} =`]: points[0]!.at,
    distance: points[0]!.distance.error === 0 ? points[0]!.distance.mean : points[0]!.distance,
    [`to ${over} =`]: points[points.length - 1]!.at,
    "distance there":
      points[points.length - 1]!.distance.error === 0
        ? points[points.length - 1]!.distance.mean
        : points[points.length - 1]!.distance,
    slope,
    claimed: claimed ?? "fails: 0",
  }));
  return { equation, measured: all, [display]: table(rows)[display] };
};
