import { fourth } from "../../dynamics/splitting/fourth-order.js";
import type { Lines, Shift } from "./lines.js";
import type { LiouvilleSystem } from "./liouville-system.js";

/** What a run has come to. */
export interface Flown {
  readonly values: Float64Array;
  /** The largest Σρ² of waves that hardly fit between the cells, met on the way. */
  readonly tail: number;
  /** The largest |ρ| met at natural ends of the grid, and ∫ dt of what flows there, ∮ |J|. */
  readonly edge: number;
  readonly leak: number;
}

/** Rows are written as columns: `out[j + rows i]` = `values[i + columns j]`. */
const turned = (values: Float64Array, columns: number, out: Float64Array): Float64Array => {
  const rows = values.length / columns;
  for (let j = 0; j < rows; j++) for (let i = 0; i < columns; i++) out[j + rows * i] = values[i + columns * j];
  return out;
};

/** The largest |ρ| at natural ends, and ∮ |J|. */
const rim = ({ x, p, velocity, force }: LiouvilleSystem, rho: Float64Array): readonly [number, number] => {
  let [edge, flow] = [0, 0];
  const see = (value: number, speed: number, width: number) => {
    edge = Math.max(edge, Math.abs(value));
    flow += Math.abs(value * speed) * width;
  };
  const last = x.cells * (p.cells - 1);
  for (let i = 0; i < x.cells; i++) for (const row of [0, last]) see(rho[i + row], force[i], x.widths[0]);
  if (x.ends[0] === "natural")
    for (let j = 0; j < p.cells; j++)
      for (const column of [0, x.cells - 1]) see(rho[column + x.cells * j], velocity[j], p.widths[0]);
  return [edge, flow];
};

/** The shifts of one step: half the way along x, the way along p, half the way along x, with parts of h that make the fourth order; flights that follow
 *  one another are one. Pairs of the axis and the shift. [suzuki-1990] */
const movesOf = ({ x, p, velocity, force }: LiouvilleSystem, along: Lines, across: Lines, h: number) => {
  const known = new Map<string, Shift>();
  const move = (axis: "x" | "p", part: number) => {
    const shift =
      known.get(`${axis} ${part}`) ??
      (axis === "x"
        ? along.shift(velocity.map((v) => (v * part * h) / x.widths[0]))
        : across.shift(force.map((F) => (F * part * h) / p.widths[0])));
    known.set(`${axis} ${part}`, shift);
    return { axis, shift };
  };
  const joints = [...fourth.slice(1).map((part, k) => 0.5 * (part + fourth[k])), fourth[0]];
  return {
    first: move("x", 0.5 * fourth[0]),
    step: fourth.flatMap((part, k) => [move("p", part), move("x", joints[k])]),
    last: move("x", -0.5 * fourth[0]),
  };
};

/** ρ after `steps` steps of t/steps: an error of fourth order in the step from the splitting, beside what `along` and `across` make of single lines. */
export const flown =
  (system: LiouvilleSystem, along: Lines, across: Lines) =>
  (rho: Float64Array, t: number, steps: number): Flown => {
    const { x, p } = system;
    const { first, step, last } = movesOf(system, along, across, t / steps);
    const [values, columns] = [rho.slice(), new Float64Array(rho.length)];
    let [tail, [edge, flow], leak] = [0, rim(system, rho), 0];
    const make = ({ axis, shift }: typeof first) => {
      if (axis === "x") tail = Math.max(tail, shift(values));
      else {
        tail = Math.max(tail, shift(turned(values, x.cells, columns)));
        turned(columns, p.cells, values);
      }
    };
    make(first);
    for (let k = 0; k < steps; k++) {
      step.forEach(make);
      const [high, out] = rim(system, values);
      edge = Math.max(edge, high);
      leak += 0.5 * (flow + out) * Math.abs(t / steps);
      flow = out;
    }
    make(last);
    return { values, tail, edge, leak };
  };

/** −(p/m)∂ₓρ − F∂ₚρ, into `out`. */
export const flowing =
  ({ x, p, velocity, force }: LiouvilleSystem, along: Lines, across: Lines) =>
  (rho: Float64Array, out: Float64Array): Float64Array => {
    const slope = new Float64Array(rho.length);
    const columns = across.slope(turned(rho, x.cells, new Float64Array(rho.length)), new Float64Array(rho.length));
    turned(columns, p.cells, out);
    along.slope(rho, slope);
    for (let cell = 0; cell < out.length; cell++) {
      const [i, j] = [cell % x.cells, Math.floor(cell / x.cells)];
      out[cell] = -(velocity[j] * slope[cell]) / x.widths[0] - (force[i] * out[cell]) / p.widths[0];
    }
    return out;
  };
