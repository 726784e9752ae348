import { moduleOf, ROWS } from "../../src/assembly/module.js";
import { noiseModule } from "../../src/assembly/noise-module.js";
import { laneProgram } from "../../src/dynamics/ensemble/lane-program.js";
import { type LanePlan, machineFor, ROOM } from "../../src/dynamics/ensemble/lanes.js";
import { observable } from "../../src/dynamics/ensemble/observable.js";
import type { Plan } from "../../src/dynamics/ensemble/plan.js";
import type { Configuration, Integrator } from "../../src/dynamics/integrator.js";

/** A plan of one step from a start, which looks at formulas. */
export const planOf = (
  integrator: Integrator<Configuration>,
  formulas: readonly string[],
  start: readonly number[] = [],
): Plan => ({
  integrator,
  observables: formulas.map((formula) => observable(formula, formula, integrator)),
  rule: () => start,
  ...{ steps: 1, burn: 0, every: 1, batches: 1, stride: 1 },
});

/** The WebAssembly of a plan, with the programs it is made of. */
export const machineOf = (plan: Plan, noise: "normals" | "singles") => {
  const found = laneProgram(plan);
  if (!found) throw new Error("the plan is not made of formulas");
  const rows = { base: ROWS, bytes: 8 * ROOM, names: found.names };
  const lanes: LanePlan = {
    ...{
      steps: 1,
      burn: 0,
      every: 1,
      batches: 1,
      stride: 1,
      rows,
      width: 1,
      pieces: 1,
      watched: false,
      symbols: [],
      hops: [],
      dt: plan.integrator.dt,
    },
    single: noise === "singles",
    dim: plan.integrator.potential.dim,
    noise: new WebAssembly.Module(Buffer.from(noiseModule, "base64")),
    stepper: new WebAssembly.Module(moduleOf(found.programs, rows)),
  };
  return { machine: machineFor(lanes), programs: found.programs, names: found.names };
};
