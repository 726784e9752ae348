import type { Gather } from "../evidence/evidence.js";
import { diffusion, friction, streaming } from "../evidence/heavy-particle.js";
import { timeAverages } from "../evidence/time-average.js";

/** What speaks for or against the hypotheses and limits of the paper, by their ids. (23) and (48) are the hypothesis (20) again. */
export const evidence: ReadonlyMap<string, Gather> = new Map<string, Gather>([
  ["20", timeAverages],
  ["23", timeAverages],
  ["48", timeAverages],
  ["29", async () => diffusion()],
  ["51", async () => streaming()],
  ["56", async () => friction()],
]);
