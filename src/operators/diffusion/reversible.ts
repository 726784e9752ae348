/** What is asked of a network in detailed balance by regions. */

import type { Density } from "../density.js";
import type { ReversibleGenerator } from "../generator.js";
import { membership, type Region } from "../region.js";
import { outsideOf } from "./boundary.js";
import type { Network } from "./network.js";
import { type From, passageFrom, passageTimes } from "./passage-times.js";
import { committorOf, reactionOf } from "./reaction.js";

const startOf = (from: number | readonly number[] | Region | Density, names: readonly string[]): From => {
  if (typeof from === "number") return [from];
  return typeof from === "string" || typeof from === "function" ? membership(from, names) : from;
};

/** The methods of a generator that take regions, in the coordinates with these names. `between` finds first passages between two places of a line. */
export const regional = (
  network: () => Network,
  names: readonly string[],
  between: (a: number, b: number) => number,
): Pick<ReversibleGenerator, "firstPassage" | "passageTimes" | "committor" | "reaction"> => {
  const outside = (A: Region, B: Region) => outsideOf(network(), [membership(A, names, B), membership(B, names, A)]);
  const times = (to?: Region) => passageTimes(network(), to === undefined ? undefined : membership(to, names));
  return {
    firstPassage: (from, to) =>
      typeof from === "number" && typeof to === "number" && names.length === 1
        ? between(from, to)
        : passageFrom(network(), times(to), startOf(from, names)),
    passageTimes: times,
    committor: (A, B) => committorOf(outside(A, B)),
    reaction: (A, B) => reactionOf(outside(A, B)),
  };
};
