/** Noise that is not drawn but given: a Brownian path, or what another run drew. Runs at different dt can then follow the same Wiener process. */

import { counted } from "../counted.js";
import { PhysicsError } from "../errors.js";
import type { BrownianPath } from "../random/brownian-path.js";
import type { Stream } from "../random/stream.js";

/** The random numbers of the steps of a run. */
export interface Recording {
  /** Normal numbers for each coordinate of a point. */
  readonly dim: number;
  /** The time that a normal number stands for: W moves by √dt times it. */
  readonly dt: number;
  readonly normals: Float64Array;
  /** Uniform numbers, drawn by steps that are accepted or rejected. */
  readonly uniforms: Float64Array;
}

/** Where a run can take its noise from. */
export type Noise = BrownianPath | Recording;

const misfit = (what: string, expected: string, remedy: string): never => {
  throw new PhysicsError("parameter", { what, expected, remedy });
};

/** Sums of `count` increments that follow each other, coordinate by coordinate. */
const joined = (increments: Float64Array, dim: number, count: number): Float64Array => {
  const sums = new Float64Array(Math.floor(increments.length / (dim * count)) * dim);
  for (let i = 0; i < sums.length; i++) {
    const first = (i - (i % dim)) * count + (i % dim);
    for (let k = 0; k < count; k++) sums[i] += increments[first + k * dim];
  }
  return sums;
};

/** How many pieces of length `fine` make one of length `h`. */
const pieces = (h: number, fine: number): number => {
  const count = Math.round(h / fine);
  return count >= 1 && Math.abs(h / (count * fine) - 1) < 1e-9 ? count : 0;
};

const ofPath = (path: BrownianPath, h: number): Float64Array => {
  let fine = path;
  while (fine.dt > 1.5 * h) fine = fine.refine();
  const count =
    pieces(h, fine.dt) ||
    misfit(
      `The Brownian path has steps of ${path.dt}, and a step of the run draws noise for times of ${h}`,
      `a time that is a multiple of ${path.dt}, or a half, a quarter … of it`,
      `Try dt such as ${path.dt}, or a path of other steps`,
    );
  const root = 1 / Math.sqrt(h);
  return joined(fine.increments, fine.dim, count).map((value) => value * root);
};

const ofRecording = ({ dim, dt, normals }: Recording, h: number): Float64Array => {
  const count =
    pieces(h, dt) ||
    misfit(
      `The recording has noise for times of ${dt}, and the run asks for times of ${h}`,
      "a whole multiple of what was recorded",
      "Take a longer dt, or a random.brownianPath, which can be refined",
    );
  if (count === 1) return normals;
  const root = 1 / Math.sqrt(count);
  return joined(normals, dim, count).map((value) => value * root);
};

/** A stream whose normals come from given noise in the order of time, for a run that asks `dim` of them for each time `h`; its uniforms are the recorded
 *  ones, or else those of `rng`. @throws PhysicsError "dimension", "parameter" where the noise does not fit or ends too soon */
export const replayed = (noise: Noise, dim: number, h: number, count: number, rng: Stream): Stream => {
  if (noise.dim !== dim)
    throw new PhysicsError("dimension", {
      what: `The noise has ${counted(noise.dim, "coordinate")}`,
      expected: `${dim}, one for each coordinate`,
      remedy: `Write random.brownianPath(stream, { time, steps, dim: ${dim} })`,
    });
  const recorded = "normals" in noise ? noise : undefined;
  const normals = recorded ? ofRecording(recorded, h) : ofPath(noise as BrownianPath, h);
  if (normals.length < count)
    misfit(
      `The noise lasts for a time of ${Number(((normals.length / dim) * h).toPrecision(6))}`,
      `${Number(((count / dim) * h).toPrecision(6))}, as long as the run`,
      "Run fewer steps, or make a longer path",
    );
  let [nextNormal, nextUniform] = [0, 0];
  return {
    word: rng.word,
    uniform: () => recorded?.uniforms[nextUniform++] ?? rng.uniform(),
    normal: () => normals[nextNormal++],
    child: rng.child,
  };
};

/** A stream that keeps what is drawn from another. */
export const recorder = (
  rng: Stream,
  dim: number,
  h: number,
): { readonly stream: Stream; readonly recording: () => Recording } => {
  const [normals, uniforms]: number[][] = [[], []];
  const kept = (list: number[], value: number): number => {
    list.push(value);
    return value;
  };
  return {
    stream: {
      word: rng.word,
      uniform: () => kept(uniforms, rng.uniform()),
      normal: () => kept(normals, rng.normal()),
      child: rng.child,
    },
    recording: () => ({ dim, dt: h, normals: Float64Array.from(normals), uniforms: Float64Array.from(uniforms) }),
  };
};
