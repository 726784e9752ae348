import { breathing } from "../../breath.js";
import { positive, whole } from "../../checks.js";
import { PhysicsError } from "../../errors.js";
import type { Complexes } from "../../linalg/dense/complexes.js";
import { reporting } from "../../progress.js";
import { momentaOf, multiplierAlong } from "./along-axis.js";
import { type EnergySpread, energySpread, hamiltonian } from "./energy.js";
import { type Evolution, evolutionOf, type Snapshot } from "./evolution.js";
import { exitsOf } from "./exits.js";
import { layersOf } from "./layers.js";
import { functionOfV, multiplierBy } from "./matrix-step.js";
import type { Space } from "./space.js";
import { type Wave, waveOn } from "./wave.js";

/** How far a wave is to be carried, and in which steps. */
export interface PropagationOptions {
  readonly time: number;
  readonly steps: number;
  /** How often the wave is looked at on its way, 60 times unless told. */
  readonly frames?: number;
  /** The part of an axis that an absorbing layer takes, 0.15 unless told. */
  readonly layer?: number;
  /** Called with the share of the steps that is done. */
  readonly progress?: (fraction: number) => void;
  readonly signal?: AbortSignal;
}

/** |ψ|² at a natural end, as a part of its maximum, at which a wave has come to the end of its grid. */
const CUT = 1e-6;

const clear = (factor: (angle: number) => readonly [number, number], angles: Float64Array): Complexes => ({
  re: angles.map((angle) => factor(angle)[0]),
  im: angles.map((angle) => factor(angle)[1]),
});

const turned = (angle: number): readonly [number, number] => [Math.cos(angle), -Math.sin(angle)];

/** A step e^{−iV dt/2ħ} e^{−iT dt/ħ} e^{−iV dt/2ħ}. */
const strang = (space: Space, dt: number): ((psi: Complexes) => void) => {
  const { grid, mass, hbar, states } = space;
  const half = multiplierBy(
    functionOfV(space, (lambda) => turned((lambda * dt) / (2 * hbar))),
    states,
  );
  const flights = grid.axes.map((_, a) =>
    multiplierAlong(
      grid,
      a,
      clear(
        turned,
        momentaOf(grid, a, hbar).map((p) => (p * p * dt) / (2 * mass[a] * hbar)),
      ),
    ),
  );
  return (psi) => {
    half(psi);
    for (const fly of flights) fly(psi);
    half(psi);
  };
};

/** Refuses grids and steps that cannot hold waves of these energies. */
const checkResolution = (
  { grid, mass, hbar, adiabatic }: Space,
  energy: EnergySpread,
  dt: number,
  steps: number,
): void => {
  const range = energy.mean + 5 * energy.deviation - adiabatic.values.reduce((a, b) => Math.min(a, b));
  for (const [a, { symbol, cells }] of grid.axes.entries()) {
    const [needs, most] = [Math.sqrt(2 * mass[a] * range), momentaOf(grid, a, hbar).reduce((x, y) => Math.max(x, y))];
    if (needs > most)
      throw new PhysicsError("grid", {
        what: `Where V is lowest the wave can have momenta up to ${Number(needs.toPrecision(3))} along ${symbol}, and ${cells} cells hold plane waves up to ${Number(most.toPrecision(3))}`,
        expected: "two cells or more for the shortest wave",
        remedy: `Take ${Math.ceil((1.3 * cells * needs) / most)} cells or more`,
      });
  }
  if (range * dt > Math.PI * hbar)
    throw new PhysicsError("parameter", {
      what: `In dt = ${Number(dt.toPrecision(3))} the phase of the fastest waves turns by ${Number(((range * dt) / hbar).toPrecision(3))}`,
      expected: "less than π, or energies would be taken for others",
      remedy: `Take ${Math.ceil((steps * 3 * range * dt) / (Math.PI * hbar))} steps or more`,
    });
};

/** Refuses a wave that has come to an end at which nothing waits for it. */
const checkEnds = ({ grid }: Space, { density: { values } }: Snapshot, t: number): void => {
  const top = values.reduce((a, b) => Math.max(a, b));
  for (const [a, { symbol, cells, ends }] of grid.axes.entries())
    for (let cell = 0; cell < grid.size; cell++) {
      const place = Math.floor(cell / grid.strides[a]) % cells;
      if ((place > 0 && place < cells - 1) || !ends.includes("natural") || values[cell] <= CUT * top) continue;
      throw new PhysicsError("grid", {
        what: `At t = ${Number(t.toPrecision(4))} the wave has come to an end of ${symbol}, where |ψ|² is ${(values[cell] / top).toPrecision(2)} of its maximum`,
        expected: `less than ${CUT}, as what leaves on one side enters on the other`,
        remedy: 'Widen the grid, stop earlier, or make it with { ends: "absorbing" }',
      });
    }
};

const checkShare = (share: number): number => {
  if (share > 0 && share <= 0.4) return share;
  throw new PhysicsError("parameter", {
    what: `layer is ${share}`,
    expected: "a part of the axis above 0, at most 0.4",
    remedy: "Leave it out for 0.15",
  });
};

/** e^{−iHt/ħ} ψ by Strang's splitting; see `schroedinger`. */
export const propagated = async (space: Space, start: Wave, options: PropagationOptions): Promise<Evolution> => {
  const { time, steps, frames: wanted = 60, layer = 0.15 } = options;
  const dt = positive("time", time) / whole("steps", steps);
  const looks = Math.min(whole("frames", wanted), steps);
  const energy = energySpread(hamiltonian(space), start);
  checkResolution(space, energy, dt, steps);
  const { exits, absorb } = exitsOf(space, layersOf(space, energy, checkShare(layer)), dt);
  const step = strang(space, dt);
  const psi = { re: start.re.slice(), im: start.im.slice() };
  const frames: Snapshot[] = [];
  const look = (t: number): void => {
    const wave = waveOn(space, psi);
    const frame = { t, density: wave.density(), adiabatic: wave.populations(), diabatic: wave.populations("diabatic") };
    checkEnds(space, frame, t);
    frames.push(frame);
  };
  look(0);
  const breath = breathing(options.signal);
  const report = options.progress ?? reporting(`${steps} steps`);
  for (let n = 1; n <= steps; n++) {
    step(psi);
    absorb(psi);
    if (Math.floor((n * looks) / steps) > Math.floor(((n - 1) * looks) / steps)) look(n * dt);
    const pause = breath();
    if (pause === undefined) continue;
    report(n / steps);
    await pause;
  }
  report(1);
  return evolutionOf(space, frames, waveOn(space, psi), exits);
};
