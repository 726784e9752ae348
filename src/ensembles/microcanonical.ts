import { finite } from "../checks.js";
import { type Displayable, display } from "../display.js";
import { PhysicsError } from "../errors.js";
import { estimate, type ShownEstimate } from "../estimate/estimate.js";
import { logGamma } from "../linalg/gamma.js";
import { gaussLegendre } from "../linalg/quadrature/gauss-legendre.js";
import type { Named } from "../potentials/names.js";
import type { Stream } from "../random/stream.js";
import { direction } from "./direction.js";
import { evaluated, massesOf, type Property } from "./property.js";
import { type Shell, shellOf } from "./shell-measure.js";
import { type Walls, wallsOf } from "./walls.js";

/** The density δ(H − E)/Ω of a system at constant energy, H = Σ pᵢ²/2mᵢ + V(q), of one to three degrees of freedom. */
export interface Microcanonical extends Displayable {
  readonly energy: number;
  /** Ω(E) = ∫∫ δ(H − E) dq dp, the density of states: for one degree of freedom the time of an orbit, summed over orbits. Its error is that of the quadrature. */
  readonly densityOfStates: ShownEstimate;
  /** Φ(E) = ∫∫ θ(E − H) dq dp, the phase volume, in units of action for each degree of freedom; Ω = ∂Φ/∂E. */
  readonly phaseVolume: ShownEstimate;
  /** S = ln Φ, in units of the Boltzmann constant. */
  readonly entropy: number;
  /** kT = 1/(∂S/∂E) = Φ/Ω, an energy: the average of pᵢ²/mᵢ for each i, exactly. */
  readonly temperature: ShownEstimate;
  /** ⟨a⟩ = ∫∫ a δ(H − E) dq dp/Ω, of coordinates and momenta. */
  average(property: Property): ShownEstimate;
  /** A point of the shell, drawn independently. */
  sample(rng: Stream): { readonly q: Float64Array; readonly p: Float64Array };
}

const tooMany = (dim: number): never => {
  throw new PhysicsError("dimension", {
    what: `The system has ${dim} degrees of freedom`,
    expected: "one to three for the energy shell by quadrature",
    remedy: 'Average by sampling: microcanonicalAverage(system, E, "x1^2", { seed: "shell" })',
  });
};

/** (2π)^(n/2) √(∏ m)/Γ(s): what is left of the momenta when they are integrated over, s = n/2 for Ω and n/2 + 1 for Φ. */
const momentumFactor = (mass: Float64Array, s: number): number =>
  (2 * Math.PI) ** (mass.length / 2) * Math.sqrt(mass.reduce((product, m) => product * m, 1)) * Math.exp(-logGamma(s));

const zonal = gaussLegendre(8);

/** Points and weights that average over the unit sphere of one to three dimensions: exact for polynomials of degree 15. */
const sphere = (dim: number): readonly { readonly u: Float64Array; readonly weight: number }[] => {
  if (dim === 1) return [-1, 1].map((u) => ({ u: Float64Array.of(u), weight: 0.5 }));
  const turn = (k: number) => (2 * Math.PI * (k + 0.5)) / 16;
  const circle = Array.from({ length: 16 }, (_, k) => Float64Array.of(Math.cos(turn(k)), Math.sin(turn(k))));
  if (dim === 2) return circle.map((u) => ({ u, weight: 1 / 16 }));
  return Array.from(zonal.nodes).flatMap((z, i) => {
    const r = Math.sqrt(1 - z * z);
    return circle.map(([x, y]) => ({ u: Float64Array.of(r * x, r * y, z), weight: zonal.weights[i] / 32 }));
  });
};

/** A property averaged over the momenta of given kinetic energy K, pᵢ = √(2mᵢK) uᵢ with u on the unit sphere. */
const overDirections = (property: Property, potential: Named, mass: Float64Array, shell: Shell) => {
  const { momenta, of } = evaluated(property, potential);
  const p = new Float64Array(potential.dim);
  if (momenta.length === 0) return (q: Float64Array) => of(q, p);
  const points = sphere(potential.dim);
  return (q: Float64Array) => {
    const kinetic = shell.kinetic(q);
    let [sum, size] = [0, 0];
    for (const { u, weight } of points) {
      for (let i = 0; i < p.length; i++) p[i] = Math.sqrt(2 * mass[i] * kinetic) * u[i];
      const part = weight * of(q, p);
      sum += part;
      size += Math.abs(part);
    }
    // What is left of directions that cancel is round-off, which no rule over q could integrate.
    return Math.abs(sum) > 1e-14 * points.length * size ? sum : 0;
  };
};

/** The microcanonical ensemble of a system at energy E. On a line by quadrature between the turning points, through the singularity of 1/√(E − V) at each;
 *  otherwise over the places with V < E with the weight (E − V)^(n/2 − 1), to about 1e-8 in a plane
 *  and 1e-4 in space. All wells below E count: a single orbit stays in one of them.
 *  @throws PhysicsError "parameter" for an energy below V, "dimension" beyond three, "unbounded", "not-converged" at the very top of a barrier */
export const microcanonical = (
  system: { readonly potential: Named; readonly mass: ArrayLike<number> },
  E: number,
  { between }: { readonly between?: Walls } = {},
): Microcanonical => {
  finite("the energy E", E);
  const { potential } = system;
  const { dim } = potential;
  if (dim > 3) tooMany(dim);
  const mass = massesOf("the energy", dim, system.mass);
  const shell = shellOf(potential, E, wallsOf(between, dim));
  const states = shell.integral(dim / 2 - 1, () => 1);
  const volume = shell.integral(dim / 2, () => 1);
  const [c, C] = [momentumFactor(mass, dim / 2), momentumFactor(mass, dim / 2 + 1)];
  const densityOfStates = estimate(c * states.value, c * states.error, states.evaluations);
  const phaseVolume = estimate(C * volume.value, C * volume.error, volume.evaluations);
  const ratio = phaseVolume.mean / densityOfStates.mean;
  const relative = volume.error / volume.value + states.error / states.value;
  const temperature = estimate(ratio, ratio * relative, volume.evaluations);
  return {
    energy: E,
    densityOfStates,
    phaseVolume,
    entropy: Math.log(phaseVolume.mean),
    temperature,
    average: (property) => {
      const { value, error, evaluations } = shell.integral(
        dim / 2 - 1,
        overDirections(property, potential, mass, shell),
      );
      const mean = value / states.value;
      return estimate(mean, (error + Math.abs(mean) * states.error) / states.value, evaluations);
    },
    sample: (rng) => {
      const q = shell.sample(rng);
      const kinetic = shell.kinetic(q);
      return { q, p: direction(dim, rng).map((u, i) => Math.sqrt(2 * mass[i] * kinetic) * u) };
    },
    [display]: () => ({
      "text/plain": `δ(H − E)/Ω, E = ${E}, Ω = ${densityOfStates}, Φ = ${phaseVolume}, kT = Φ/Ω = ${temperature}`,
    }),
  };
};
