/** The jumps between the cells of phase space that stand for −{ρ, H} + γ∂ₚ(p + m kT ∂ₚ)ρ. What flows through a face is a difference of the stream function
 *  −kT π, π ∝ exp(−H/kT), between its corners: then π itself flows in circles, and is stationary to rounding. */

import { PhysicsError } from "../../errors.js";
import type { Axis } from "../../grids/axis.js";
import { schemes } from "../diffusion/schemes.js";
import type { PhaseSystem } from "./phase-system.js";

/** Cells `from` and `to`, with what flows between them over √(P P′) for their probabilities P and P′ in equilibrium. */
export interface Link {
  readonly from: number;
  readonly to: number;
  /** The flux of the equilibrium from the one to the other. */
  readonly flux: number;
  /** What equal cells exchange. */
  readonly exchange: number;
}

export interface PhaseLinks {
  readonly links: readonly Link[];
  /** ln P of each cell; exp of it sums to 1. */
  readonly log: Float64Array;
}

/** "central": to second order in the cells. "upwind": to first order, and every jump has a rate ≥ 0. */
export type Flux = "central" | "upwind";

/** ln of probabilities that sum to 1, from ln of weights. */
const normalised = (log: Float64Array): Float64Array => {
  const top = log.reduce((most, value) => Math.max(most, value), Number.NEGATIVE_INFINITY);
  const total = top + Math.log(log.reduce((sum, value) => sum + Math.exp(value - top), 0));
  return log.map((value) => value - total);
};

const checkPeriod = (V: (x: number) => number, { from, to }: Axis, kT: number): void => {
  if (Math.abs(V(from) - V(to)) > 1e-9 * kT)
    throw new PhysicsError("grid", {
      what: `V is ${V(from)} at ${from} and ${V(to)} at ${to}`,
      expected: "the same at both ends of a period",
      remedy: "Let the grid span whole periods of the potential",
    });
};

const checkEnds = ({ ends }: Axis): void => {
  if (!ends.includes("absorbing")) return;
  throw new PhysicsError("grid", {
    what: "An end of x is absorbing",
    expected: "natural, reflecting or periodic ends",
    remedy: "Keep the end, and ask for the first passage to a region there: generator.firstPassage((x) => x > 1)",
  });
};

/** −H/kT at a corner; −∞ around the grid, where nothing flows, but at walls and where the other end follows. */
type Corner = (i: number, j: number) => number;

const cornersOf = ({ V, mass, kT, x, p }: PhaseSystem): Corner => {
  const open = (i: number) => (i === 0 && x.ends[0] === "natural") || (i === x.cells && x.ends[1] === "natural");
  const place = Float64Array.from(x.edges, (at, i) => (open(i) ? Number.NEGATIVE_INFINITY : -V(at) / kT));
  if (x.ends[0] === "periodic") place[x.cells] = place[0];
  const momentum = p.edges.map((at) => (-at * at) / (2 * mass * kT));
  return (i, j) => (j === 0 || j === p.cells ? Number.NEGATIVE_INFINITY : place[i] + momentum[j]);
};

/** kT [exp(a) − exp(b)] over exp(c), all of which may be beyond the reach of exp. */
const difference = (kT: number, a: number, b: number, c: number): number => kT * (Math.exp(a - c) - Math.exp(b - c));

/** √B(u)B(−u) for Bernoulli's function B: what two neighbours exchange, over the root of their weights. */
const balanced = (u: number): number =>
  Math.sqrt(schemes["scharfetter-gummel"].g(u) * schemes["scharfetter-gummel"].g(-u));

/** Writes down links, whose flux is kT [exp(a) − exp(b)]. */
type Connect = (from: number, to: number, a: number, b: number, exchange: number, upwind: boolean) => void;

/** Cells whose values are given, where equations are solved outside of regions: nothing central reaches over their borders, or it would overshoot there. */
export type Held = ArrayLike<number>;

/** Free flight, dx = p/m dt, from cell to cell, round a period, and back with −p from a wall. */
const fly = ({ x, p }: PhaseSystem, corner: Corner, connect: Connect, upwind: boolean): void => {
  const last = x.cells - 1;
  for (let j = 0; j < p.cells; j++) {
    const [row, mirror] = [x.cells * j, x.cells * (p.cells - 1 - j)];
    const face = (i: number) => [corner(i, j), corner(i, j + 1)] as const;
    for (let i = 0; i < last; i++) connect(row + i, row + i + 1, ...face(i + 1), 0, upwind);
    if (x.ends[0] === "periodic") connect(row + last, row, ...face(0), 0, upwind);
    if (x.ends[1] === "reflecting" && p.centres[j] > 0) connect(row + last, mirror + last, ...face(x.cells), 0, true);
    if (x.ends[0] === "reflecting" && p.centres[j] < 0) connect(mirror, row, ...face(0), 0, true);
  }
};

/** The force, dp = F dt, and the bath, γ∂ₚ(p + m kT ∂ₚ), which is in detailed balance. */
const kick = ({ mass, kT, gamma, x, p }: PhaseSystem, corner: Corner, connect: Connect, upwind: boolean): void => {
  for (let j = 0; j < p.cells - 1; j++) {
    const [here, there] = [p.centres[j], p.centres[j + 1]];
    const u = (there * there - here * here) / (2 * mass * kT);
    const exchange = (gamma * mass * kT * balanced(u)) / ((there - here) * Math.sqrt(p.widths[j] * p.widths[j + 1]));
    for (let i = 0; i < x.cells; i++)
      connect(i + x.cells * j, i + x.cells * (j + 1), corner(i + 1, j + 1), corner(i, j + 1), exchange, upwind);
  }
};

/** How strongly waves of two cells in x are damped; central fluxes alone would let them live. A 12th is what third-order upwinding does. */
const SMOOTHING = 1 / 12;

/** −∂ₓ⁴ in detailed balance, as −Σ w (ρᵢ₋₁/πᵢ₋₁ − 2ρᵢ/πᵢ + ρᵢ₊₁/πᵢ₊₁)²/2 has it for its slope, with w the flux through the weakest of the three cells. */
const smooth = ({ mass, kT, x, p }: PhaseSystem, place: Float64Array, raw: Float64Array, held: Held): Link[] => {
  const links: Link[] = [];
  for (let j = 0; j < p.cells; j++) {
    const [a, b] = [p.edges[j], p.edges[j + 1]].map((edge) => (-edge * edge) / (2 * mass * kT));
    for (let i = 1; i < x.cells - 1; i++) {
      const cells = [i - 1, i, i + 1].map((at) => at + x.cells * j);
      if (held[cells[0]] !== held[cells[1]] || held[cells[1]] !== held[cells[2]]) continue;
      const least = Math.min(place[i - 1], place[i], place[i + 1]);
      for (const [k, l, part] of [
        [0, 1, 2],
        [1, 2, 2],
        [0, 2, -1],
      ]) {
        const [from, to] = [cells[k], cells[l]];
        const weight = Math.abs(difference(kT, least + a, least + b, 0.5 * (raw[from] + raw[to])));
        links.push({ from, to, flux: 0, exchange: SMOOTHING * part * weight });
      }
    }
  }
  return links;
};

/** @throws PhysicsError "grid" for absorbing ends, or ends that are no period */
export const phaseLinks = (
  system: PhaseSystem,
  flux: Flux,
  held: Held = new Uint8Array(system.grid.size),
): PhaseLinks => {
  const { V, mass, kT, grid, x } = system;
  checkEnds(x);
  if (x.ends[0] === "periodic") checkPeriod(V, x, kT);
  const corner = cornersOf(system);
  const place = x.centres.map((at) => -V(at) / kT);
  const raw = grid.volumes.map(
    (volume, cell) => place[cell % x.cells] - grid.points[2 * cell + 1] ** 2 / (2 * mass * kT) + Math.log(volume),
  );
  const links: Link[] = flux === "central" ? smooth(system, place, raw, held) : [];
  const connect: Connect = (from, to, a, b, exchange, upwind) => {
    const flow = difference(kT, a, b, 0.5 * (raw[from] + raw[to]));
    const sided = upwind || held[from] !== held[to];
    links.push({ from, to, flux: flow, exchange: exchange + (sided ? 0.5 * Math.abs(flow) : 0) });
  };
  fly(system, corner, connect, flux === "upwind");
  kick(system, corner, connect, flux === "upwind");
  return { links, log: normalised(raw) };
};
