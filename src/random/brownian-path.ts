import { positive, whole } from "../checks.js";
import { counted } from "../counted.js";
import { type Displayable, display } from "../display.js";
import { PhysicsError } from "../errors.js";
import { halve, normals, quantumOf } from "./bridge.js";
import type { Stream } from "./stream.js";

/** One Brownian motion W in `dim` independent coordinates, at equal times: W(0) = 0, ⟨ΔW⟩ = 0, ⟨ΔW²⟩ = dt. */
export interface BrownianPath extends Displayable {
  readonly dim: number;
  readonly time: number;
  readonly steps: number;
  /** time/steps. */
  readonly dt: number;
  /** W(t + dt) − W(t), a square root of a time: coordinate i over step k at [k dim + i]. */
  readonly increments: Float64Array;
  /** W at the times 0, dt, …, time, one point after the other. */
  readonly values: Float64Array;
  /** W at a time of the path, one number for each coordinate. @throws PhysicsError "parameter" between them */
  at(t: number): Float64Array;
  /** The same motion at half the step: its increments sum in pairs to these, without rounding. */
  refine(): BrownianPath;
  /** The same motion at twice the step. @throws PhysicsError "parameter" where the number of steps is odd */
  coarse(): BrownianPath;
}

export interface BrownianPathOptions {
  readonly time: number;
  readonly steps: number;
  /** 1 unless told. */
  readonly dim?: number;
}

const sums = (increments: Float64Array, dim: number): Float64Array => {
  const values = new Float64Array(increments.length + dim);
  for (let i = 0; i < increments.length; i++) values[i + dim] = values[i] + increments[i];
  return values;
};

const noTime = (t: number, dt: number, time: number): never => {
  throw new PhysicsError("parameter", {
    what: `The time ${t} is none of the path's`,
    expected: `a multiple of ${dt} from 0 to ${time}`,
    remedy: "Call refine() until the path has it",
  });
};

const tooCoarse = (steps: number): never => {
  throw new PhysicsError("parameter", {
    what: `A path of ${steps} ${steps === 1 ? "step" : "steps"} has no path of half as many`,
    expected: "an even number of steps",
    remedy: `Make it with steps: ${2 ** Math.ceil(Math.log2(steps + 1))}`,
  });
};

/** The increments at every level of refinement, from `odd` steps on, made when they are first asked for. */
const levelsOf = (stream: Stream, odd: number, time: number, dim: number): ((level: number) => Float64Array) => {
  const quantum = quantumOf(time);
  const known = [normals(odd * dim, time / odd, quantum, stream.child(0))];
  return (level) => {
    for (let l = known.length; l <= level; l++)
      known.push(halve(known[l - 1], dim, time / (odd * 2 ** (l - 1)), quantum, stream.child(l)));
    return known[level];
  };
};

/** What a path is, without its relatives. */
const record = (increments: Float64Array, dim: number, time: number): Omit<BrownianPath, "refine" | "coarse"> => {
  const steps = increments.length / dim;
  const dt = time / steps;
  let walked: Float64Array | undefined;
  const values = () => {
    walked ??= sums(increments, dim);
    return walked;
  };
  return {
    dim,
    time,
    steps,
    dt,
    increments,
    get values() {
      return values();
    },
    at: (t) => {
      const k = Math.round(t / dt);
      if (!(k >= 0 && k <= steps && Math.abs(t / dt - k) < 1e-6)) noTime(t, dt, time);
      return values().slice(k * dim, (k + 1) * dim);
    },
    [display]: () => ({
      "text/plain": `Brownian path in ${counted(dim, "coordinate")}, ${counted(steps, "step")} of ${dt} to t = ${time}`,
    }),
  };
};

/** A Brownian motion on [0, time] that can be looked at ever more closely. The stream and `time` decide it, whatever is drawn from the stream and in whatever
 *  order it is refined: paths of 2, 4, 8, … steps are the same motion, to the bit; so are those of 3, 6, 12, …. Another path needs another stream, such
 *  as stream.child(1). Increments are whole multiples of a quantum of about 10⁻¹³ √time, hence their sums are exact. @throws PhysicsError "parameter" */
export const brownianPath = (stream: Stream, { time, steps, dim = 1 }: BrownianPathOptions): BrownianPath => {
  positive("time", time);
  whole("steps", steps);
  whole("dim", dim);
  let depth = 0;
  while (steps % 2 ** (depth + 1) === 0) depth++;
  const odd = steps / 2 ** depth;
  const incrementsAt = levelsOf(stream, odd, time, dim);
  const paths: BrownianPath[] = [];
  const path = (level: number): BrownianPath => {
    paths[level] ??= Object.assign(record(incrementsAt(level), dim, time), {
      refine: () => path(level + 1),
      coarse: () => (level > 0 ? path(level - 1) : tooCoarse(odd)),
    });
    return paths[level];
  };
  return path(depth);
};
