import { PhysicsError } from "../errors.js";

const allFinite = (q: Float64Array): boolean => Number.isFinite(q.reduce((sum, x) => sum + Math.abs(x), 0));

/** Refuses positions that have left all bounds before a step of length dt. @throws PhysicsError "unstable" */
export const checkBounds = (q: Float64Array, step: number, dt: number): void => {
  if (allFinite(q)) return;
  throw new PhysicsError("unstable", {
    what: `A trajectory left all bounds before step ${step} (dt = ${dt})`,
    expected: "finite positions",
    remedy: `Try dt below ${Number((dt / 4).toPrecision(2))}, and a potential that confines`,
  });
};
