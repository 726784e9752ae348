import type { Stream } from "../../random/stream.js";
import type { Assumptions } from "../statements/interpreters.js";
import type { System } from "./system.js";

/** What an equation is evaluated under, and on how many systems, drawn from the stream. */
export interface Question extends Assumptions {
  readonly stream: Stream;
  readonly instances: number;
  /** Whether functions that nothing defines are drawn as Gaussians alone, which have reciprocals. */
  readonly areGaussian?: boolean;
  /** System number k, drawn from the stream, on a line where that is asked for; those of the paper where it is left out. */
  readonly systems?: (stream: Stream, k: number, isOnLine: boolean) => System;
}
