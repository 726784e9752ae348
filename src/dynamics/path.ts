import { type Displayable, display } from "../display.js";
import { namesOf, needMomenta, observable } from "./ensemble/observable.js";
import type { Configuration, Integrator } from "./integrator.js";
import type { Recording } from "./noise.js";

/** One trajectory, at equal times. */
export interface Path extends Displayable {
  readonly name: string;
  readonly t: Float64Array;
  /** The time between two points. */
  readonly spacing: number;
  /** Coordinates and, where there are any, momenta and accounts, by name: x, p, heat, shadow. */
  readonly columns: Readonly<Record<string, Float64Array>>;
  /** An observable at each point, such as "p/1.5": what estimate.correlation and estimate.timeAverage take.
   *  @throws PhysicsError "expression", "undefined-quantity" */
  series(observation: string | ((q: Float64Array, p: Float64Array) => number)): Float64Array;
  /** The random numbers of its steps, if `record` asked for them. */
  readonly noise?: Recording;
}

/** The points of a trajectory as they are kept, one after the other. */
export interface Kept {
  readonly q: Float64Array;
  readonly p: Float64Array;
  readonly account: Float64Array;
  readonly points: number;
}

/** Room for so many points like a state. */
export const roomFor = (state: Configuration, points: number): Kept => ({
  q: new Float64Array(points * state.q.length),
  p: new Float64Array(points * (state.p?.length ?? 0)),
  account: new Float64Array(points * (state.account?.length ?? 0)),
  points,
});

/** Puts a state down as point k. */
export const keep = (kept: Kept, state: Configuration, k: number): void => {
  kept.q.set(state.q, k * state.q.length);
  if (state.p) kept.p.set(state.p, k * state.p.length);
  if (state.account) kept.account.set(state.account, k * state.account.length);
};

const columnsOf = (names: readonly string[], values: Float64Array): [string, Float64Array][] =>
  names.map((name, i) => [
    name,
    Float64Array.from({ length: values.length / names.length }, (_, k) => values[k * names.length + i]),
  ]);

/** The trajectory that was kept. */
export const pathOf = (
  integrator: Integrator<Configuration>,
  { q, p, account, points }: Kept,
  spacing: number,
  noise?: Recording,
): Path => {
  const { name } = integrator;
  const { coordinates, momenta = [], account: accounts = [] } = namesOf(integrator);
  const t = Float64Array.from({ length: points }, (_, i) => i * spacing);
  const columns = Object.fromEntries([
    ...columnsOf(coordinates, q),
    ...columnsOf(p.length > 0 ? momenta : [], p),
    ...columnsOf(accounts, account),
  ]);
  const series: Path["series"] = (observation) => {
    const { value, momenta: asked } = observable("series", observation, integrator);
    if (asked.length > 0 && p.length === 0) needMomenta(String(observation), asked[0]);
    return value(q, p, new Float64Array(points), account);
  };
  return {
    name,
    t,
    spacing,
    columns,
    series,
    ...(noise && { noise }),
    [display]: () => ({
      "text/plain": `${name}: ${points} points to t = ${t[points - 1].toPrecision(4)}, of ${Object.keys(columns).join(", ")}`,
    }),
  };
};
