import { breathing } from "../../breath.js";
import { velocityVerlet } from "../../dynamics/splitting/velocity-verlet.js";
import { direction } from "../../ensembles/direction.js";
import { microcanonicalAverage } from "../../ensembles/microcanonical-average.js";
import { type Estimate, estimate } from "../../estimate/estimate.js";
import { type ExpressionPotential, expression } from "../../potentials/expression.js";
import { type Report, reporting } from "../../progress.js";
import type { Stream } from "../../random/index.js";
import { type Gathering, type Measured, measured } from "./evidence.js";

/** A system on a shell of its energy, where its trajectories start, and the mean of what is taken over them. */
interface Shell {
  readonly name: string;
  readonly potential: ExpressionPotential;
  readonly mass: readonly number[];
  readonly energy: number;
  readonly start: readonly number[];
}

const atoms = 8;
const places = Array.from({ length: atoms }, (_, i) => `x${i + 1}`);
const links = [places[0]!, ...places.slice(1).map((x, i) => `(${x} - ${places[i]})`), places[atoms - 1]!];
const springs = (u: (length: string) => string) => expression(links.map(u).join(" + "));
const common = {
  mass: places.map((_, i) => 0.9 + 0.05 * i),
  energy: 5 * atoms,
  start: places.map((_, i) => 0.3 * Math.sin(i + 1)),
};

/** Atoms between walls with stiffening springs: chaotic. */
const chaotic: Shell = {
  ...common,
  name: "A chain of eight atoms with quartic springs",
  potential: springs((u) => `${u}^2/2 + ${u}^4`),
};

/** The same with harmonic springs: each normal mode keeps its energy. */
const chain: Shell = {
  ...common,
  name: "The chain with harmonic springs",
  potential: springs((u) => `${u}^2/2`),
};

const dt = 0.02;
const trajectories = 96;
const lengths = [100, 200, 400, 800, 1600];

/** The time average of p₁²/2m₁ over a trajectory from a random point of the shell. */
const timeAverage = async (
  { potential, mass, energy, start }: Shell,
  length: number,
  rng: Stream,
  breath: () => Promise<void> | undefined,
): Promise<number> => {
  const verlet = velocityVerlet({ potential, mass }, dt);
  const q = Float64Array.from(start);
  const state = verlet.init(q, rng);
  const kinetic = energy - potential.energy(q);
  for (const [i, u] of direction(mass.length, rng).entries()) state.p[i] = u * Math.sqrt(2 * mass[i]! * kinetic);
  const steps = Math.round(length / dt);
  let sum = 0;
  for (let k = 0; k < steps; k++) {
    verlet.step(state, rng);
    sum += state.p[0]! ** 2 / (2 * mass[0]!);
    if (k % 512 === 0) await breath();
  }
  return sum / steps;
};

/** √⟨(a − ⟨a⟩)²⟩ of time averages a over trajectories, with its standard error; what the error of ⟨a⟩ adds is taken off. */
const scatter = (averages: readonly number[], mean: Estimate): Estimate => {
  const squares = averages.map((a) => (a - mean.mean) ** 2 - mean.error ** 2);
  const n = squares.length;
  const square = squares.reduce((sum, x) => sum + x, 0) / n;
  const variance = squares.reduce((sum, x) => sum + (x - square) ** 2, 0) / (n - 1);
  const root = Math.sqrt(Math.max(square, 0));
  return estimate(root, Math.sqrt(variance / n) / (2 * root), n);
};

const ofShell = async (shell: Shell, { stream, signal }: Gathering, report: Report): Promise<Measured["points"]> => {
  const { potential, mass, energy, start } = shell;
  const mean = await microcanonicalAverage({ potential, mass }, energy, `p_x1^2/2/${mass[0]}`, {
    seed: `shell ${stream.word()}`,
    samples: 200_000,
    start,
    ...(signal && { signal }),
  });
  const breath = breathing(signal);
  const points: { at: number; distance: Estimate }[] = [];
  for (const [k, length] of lengths.entries()) {
    const averages: number[] = [];
    for (let i = 0; i < trajectories; i++)
      averages.push(await timeAverage(shell, length, stream.child(1000 * k + i), breath));
    points.push({ at: length, distance: scatter(averages, mean) });
    report(length / lengths[lengths.length - 1]!);
  }
  return points;
};

/**
 * The Gibbs hypothesis, that time averages go to ensemble averages: √⟨(Ā(t) − ⟨A⟩)²⟩ of A = p₁²/2m₁ over trajectories of one energy,
 * for a chaotic system, where it falls as t^{−1/2}, and for a harmonic chain, where it does not fall. Reduced units.
 * @throws PhysicsError as `microcanonicalAverage` and `order` do; the reason of an aborted signal
 */
export const timeAverages = async (gathering: Gathering): Promise<readonly Measured[]> => {
  const all: Measured[] = [];
  for (const [k, shell] of [chaotic, chain].entries()) {
    const report = reporting(`time averages: ${shell.name}`);
    const points = await ofShell(shell, { ...gathering, stream: gathering.stream.child(k) }, report);
    const what = `${shell.name}: scatter of the time average of p₁²/2m₁ about that over the energy shell`;
    all.push(measured({ what, over: "t", points, ...(shell === chaotic && { claimed: -0.5 }) }));
  }
  return all;
};
