/** Steps and their pieces: how often nuclei must be looked at for electrons that turn fast. */

import { PhysicsError } from "../../errors.js";
import type { Schedule } from "../ensemble/recipe.js";

/** The largest angle by which a beat may turn in one piece. */
const BEAT = 0.5;

/** Half, whole, half of each stage of a step that is cut into pieces; halves that meet are joined. */
export const scheduleOf = (stages: readonly number[], pieces: number): Schedule => {
  const drifts = Array.from({ length: pieces }, () => stages.map((part) => part / pieces)).flat();
  const electrons = [...drifts, 0].map((part, i) => 0.5 * (part + (drifts[i - 1] ?? 0)));
  return { electrons, drifts, pieces };
};

/** As many pieces as keep the beat of a frequency to half a radian for each. */
export const piecesFor = (frequency: number, dt: number): number => Math.max(1, Math.ceil((frequency * dt) / BEAT));

/** Refuses an angle by which a beat turns in one piece of a step. @throws PhysicsError "unstable" */
export const checkBeat = (angle: number, dt: number, pieces: number): void => {
  if (!(angle > Math.PI)) return;
  throw new PhysicsError("unstable", {
    what: `The electrons' fastest beat turns by ${angle.toPrecision(3)} in one of the ${pieces} pieces of a step (dt = ${dt})`,
    expected: "less than π, beyond which it cannot be told from a slower one",
    remedy: `Write substeps: ${Math.ceil((pieces * angle) / BEAT)}, or try dt below ${Number(((dt * BEAT) / angle).toPrecision(2))}`,
  });
};
