import { dynamics, potentials } from "liouville";
import type { Prepare } from "./serve.js";

export interface Parameters {
  readonly potential: "built in" | "polynomial" | "cosine";
  readonly noise: "f64" | "f32";
  readonly threads: number;
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
export const ensemble: Prepare<Parameters> = ({ potential, dt, mass, gamma, kT, h, ...sizes }) => {
  const integrator = dynamics.langevin({ potential: potentialOf(potential, h), mass: [mass] }, { kT, gamma }, dt);
  const { trajectories, steps, every, noise, threads } = sizes;
  const run = { trajectories, steps, every, noise, threads, seed: "bench", start: [-1], progress: () => undefined };
  return async () => {
    const { square } = await dynamics.ensemble(integrator, { ...run, observe: { square: "x^2" } });
    return [square.mean, square.error];
  };
};
