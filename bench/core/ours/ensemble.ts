import { dynamics, potentials } from "liouville";
import type { Prepare } from "./serve.js";

export interface Parameters {
  readonly potential: "built in" | "polynomial" | "cosine";
  readonly trajectories: number;
  readonly steps: number;
  readonly every: number;
  readonly dt: number;
  readonly mass: number;
  readonly gamma: number;
  readonly kT: number;
  readonly h: number;
}

/** The potential as it comes, and as a user might write it. */
const potentialOf = (name: Parameters["potential"], h: number) =>
  ({
    "built in": () => potentials.doubleWell({ h }),
    polynomial: () => potentials.expression("h*x^4 - 2*h*x^2 + h", { h }),
    cosine: () => potentials.expression("h*(x^2 - 1)^2 + a*cos(3*x)", { h, a: 1e-6 }),
  })[name]();

/** [⟨x²⟩, its standard error]. */
export const ensemble: Prepare<Parameters> = ({ potential, trajectories, steps, every, dt, mass, gamma, kT, h }) => {
  const integrator = dynamics.langevin({ potential: potentialOf(potential, h), mass: [mass] }, { kT, gamma }, dt);
  const options = {
    trajectories,
    steps,
    every,
    seed: "bench",
    observe: { square: "x^2" },
    start: [-1],
    progress: () => undefined,
  };
  return async () => {
    const { square } = await dynamics.ensemble(integrator, options);
    return [square.mean, square.error];
  };
};
