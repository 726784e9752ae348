/** What users of the package write: scripts with its values and its types. */

/** An ES module that needs types of every kind: of namespaces, of errors, of what functions infer. */
export const script = `import { type Displayable, dynamics, type Fault, figures, grids, operators, PhysicsError, potentials, type ReferenceKey } from "liouville";
import type { slider } from "liouville/notebook";

const well: potentials.ExpressionPotential = potentials.expression("h*(x^2 - 1)^2", { h: 4 });
const generator: operators.ReversibleGenerator = operators.smoluchowski(well, { kT: 1, D: 0.5 }, grids.interval(-2.2, 2.2, 400));
const spectrum: operators.Spectrum = generator.spectrum(3);

const langevin: dynamics.Integrator<dynamics.PhaseState> = dynamics.langevin({ potential: well, mass: [1.5] }, { kT: 1.2, gamma: 2 }, 0.02);
const run = await dynamics.ensemble(langevin, { trajectories: 20, steps: 200, start: [-1], seed: "package", observe: { x: "x" } });
const figure: figures.Figure & Displayable = figures.spectrum(spectrum);

const key: ReferenceKey = "kramers-1940";
type Slider = ReturnType<typeof slider>;
const valueOf = (control: Slider): number => control.value;

let fault: Fault | undefined;
try {
  grids.interval(1, -1, 10);
} catch (error) {
  if (error instanceof PhysicsError) fault = error.fault;
}
console.log(JSON.stringify({ rates: [...spectrum.rates], mean: run.x.mean, traces: figure.data.length, key, fault, kind: typeof valueOf }));
`;

/** A CommonJS module. */
export const common = `import { grids } from "liouville";
const line: grids.Interval = grids.interval(-1.5, 1.5, 30);
console.log(line.spacing.toFixed(3));
`;

/** One mistake in the third line: a word for a number. */
export const mistaken = `import { potentials } from "liouville";

export const well = potentials.expression("h*(x^2 - 1)^2", { h: "four" });
`;

/** Where the mistake is, and what TypeScript says of it. */
export const diagnostic = "(3,62): error TS2322: Type 'string' is not assignable to type 'number'.\n";
