import { breathing } from "../breath.js";
import { whole } from "../checks.js";
import { namesOf, needMomenta } from "../dynamics/ensemble/observable.js";
import type { Configuration, Integrator } from "../dynamics/integrator.js";
import { checkBounds, checkStep } from "../dynamics/stability.js";
import { begin, placeOf, type StartPoint, starter } from "../dynamics/start.js";
import type { Property } from "../ensembles/property.js";
import { type Sweep, sweep } from "../expressions/compile.js";
import { freeNames, parse } from "../expressions/parse.js";
import { reporting } from "../progress.js";
import { stream } from "../random/stream.js";

export interface RunOptions {
  /** Steps of each trajectory that are averaged over. */
  readonly steps: number;
  /** A phrase. The same phrase gives the same numbers. */
  readonly seed: string;
  /** Steps before the first that counts, 0 unless told. */
  readonly burn?: number;
  /** Steps from one sample to the next, 10 unless told. */
  readonly every?: number;
  /** Where trajectories begin; in the canonical ensemble unless told. */
  readonly start?: StartPoint;
  readonly signal?: AbortSignal;
}

type Dynamics = Integrator<Configuration>;

/** A property of every copy at once. @throws PhysicsError "expression" */
const sweepOf = (
  property: Property,
  integrator: Dynamics,
): { readonly value: Sweep; readonly momenta: readonly string[] } => {
  const { dim } = integrator.potential;
  if (typeof property === "function")
    return {
      momenta: [],
      value: (q, _, out) => {
        for (let k = 0; k < q.length / dim; k++) out[k] = property(...q.subarray(k * dim, (k + 1) * dim));
        return out;
      },
    };
  const names = namesOf(integrator);
  const tree = parse(property);
  const momenta = freeNames(tree).filter((name) => names.momenta?.includes(name) && !names.coordinates.includes(name));
  return { value: sweep([tree], names), momenta };
};

const none = new Float64Array(0);

/** Series of some properties along `replicas` independent trajectories that run side by side: result[property][replica], steps/every numbers each.
 *  @throws PhysicsError "parameter", "expression", "dimension", "undefined-quantity", "unstable"; and the reason of an aborted `signal` */
export const record = async <S extends Configuration>(
  of: Integrator<S>,
  properties: readonly Property[],
  replicas: number,
  { steps, seed, burn = 0, every = 10, start, signal }: RunOptions,
): Promise<Float64Array[][]> => {
  const integrator = of as unknown as Dynamics;
  whole("every", every);
  whole("steps", steps, every);
  whole("burn", burn, 0);
  const rng = stream(seed);
  const rule = starter(integrator, start);
  const sweeps = properties.map((property) => sweepOf(property, integrator));
  checkStep(integrator, placeOf(rule(stream(seed))));
  const state = begin(integrator, rule, replicas, rng);
  for (const [i, { momenta }] of sweeps.entries())
    if (!state.p && momenta.length > 0) needMomenta(String(properties[i]), momenta[0]);
  const length = Math.floor(steps / every);
  const series = properties.map(() => Array.from({ length: replicas }, () => new Float64Array(length)));
  const out = new Float64Array(replicas);
  const breath = breathing(signal);
  const report = reporting(integrator.name);
  for (let step = 1 - burn; step <= length * every; step++) {
    integrator.step(state, rng);
    if (step % every !== 0) continue;
    checkBounds(state.q, step, integrator.dt);
    if (step > 0)
      for (const [i, { value }] of sweeps.entries()) {
        value(state.q, state.p ?? none, out, state.account);
        for (let r = 0; r < replicas; r++) series[i][r][step / every - 1] = out[r];
      }
    const pause = breath();
    if (pause === undefined) continue;
    report((step + burn) / (steps + burn));
    await pause;
  }
  report(1);
  return series;
};
