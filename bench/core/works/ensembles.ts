/** BAOAB ensembles in V = h (x² − 1)². */

import { inErrors } from "../difference.js";
import type { Reply, Request } from "../program.js";
import { type Peer, type Question, question, type Work } from "../work.js";

const parameters = { trajectories: 1e5, steps: 1000, every: 100, dt: 0.01, mass: 1.5, gamma: 2, kT: 1.25, h: 2.2 };
const millions = (parameters.trajectories * parameters.steps) / 1e6;

const ours = (options: Request = {}): Question =>
  question("liouville", "ensemble", { potential: "built in", noise: "f64", threads: 1, ...parameters, ...options });
const peer = (program: string, target?: string, name = program, work = "ensemble", options: Request = {}): Peer => ({
  ...question(program, work, { ...parameters, ...options }),
  name,
  ...(target !== undefined && { target }),
});
const ourselves = (name: string, target?: string): Peer => ({
  ...ours(),
  name,
  ...(target !== undefined && { target }),
});

/** M trajectory-steps/s of processor time, which other programs on the machine do not lengthen. */
const perProcessor = ({ processor }: Reply): number => millions / processor;
const perWall = ({ wall }: Reply): number => millions / wall;

const work = (name: string, meaning: string, mine: Question, peers: readonly Peer[], figure = perProcessor): Work => ({
  name,
  meaning,
  unit: "M steps/s",
  rounds: 5,
  ours: mine,
  peers,
  figure,
  better: "more",
  difference: inErrors,
});

export const ensembles: readonly Work[] = [
  work(
    "ensemble",
    "10⁵ BAOAB trajectories of 1000 steps from x = −1, ⟨x²⟩ every 100; steps over processor time",
    ours(),
    [
      peer("NumPy", "ratio >= 1.5"),
      peer("numba", "ratio >= 1.5"),
      peer("numba", undefined, "numba, noise first", "ensemble, noise first"),
      peer("JAX", "ratio >= 2"),
      peer("C, SSE width", "ratio >= 0.85"),
      peer("C, SSE width, unfused"),
      peer("C, full width"),
    ],
  ),
  work(
    "ensemble, seen every 10 steps",
    "the same, ⟨x²⟩ every 10; ours keeps its histogram as well",
    ours({ every: 10 }),
    [peer("NumPy", undefined, "NumPy", "ensemble", { every: 10 })],
  ),
  work("ensemble, f32 noise", "the first with noise in single precision on our side", ours({ noise: "f32" }), [
    peer("NumPy", "ratio >= 3"),
  ]),
  work("ensemble, own expression", 'the first with our V as "h*x^4 - 2*h*x^2 + h"', ours({ potential: "polynomial" }), [
    ourselves("built-in potential", "ratio >= 0.5"),
  ]),
  work("ensemble, own cosine", "the first with a tiny a*cos(3*x) added to our V", ours({ potential: "cosine" }), [
    ourselves("built-in potential", "ratio >= 0.5"),
  ]),
  work(
    "ensemble, two threads",
    "the first by the clock",
    ours({ threads: 2 }),
    [ourselves("one thread", "ratio >= 1.85")],
    perWall,
  ),
];
