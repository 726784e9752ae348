import type { Complexes } from "../../linalg/dense/complexes.js";
import type { Layer } from "./layers.js";
import type { Space } from "./space.js";

/** What an absorbing end has taken up, by electron state. */
export interface Exit {
  /** The name of the axis. */
  readonly axis: string;
  readonly end: "lower" | "upper";
  readonly diabatic: Float64Array;
  readonly adiabatic: Float64Array;
}

/** One electron vector at a cell: |ψᵢ|² and |⟨Ψⱼ, ψ⟩|² times a factor, added to an exit. */
const addTo = (
  exit: Exit,
  { states, grid: { size }, adiabatic: { vectors } }: Space,
  { re, im }: Complexes,
  cell: number,
  factor: number,
): void => {
  for (let j = 0; j < states; j++) {
    let [x, y] = [0, 0];
    for (let i = 0; i < states; i++) {
      const [at, from] = [(j * states + i) * size + cell, i * size + cell];
      x += vectors.re[at] * re[from] + vectors.im[at] * im[from];
      y += vectors.re[at] * im[from] - vectors.im[at] * re[from];
    }
    exit.adiabatic[j] += factor * (x * x + y * y);
    exit.diabatic[j] += factor * (re[j * size + cell] ** 2 + im[j * size + cell] ** 2);
  }
};

/** The exits of a space, and the step that lets layers take up what is within them for a time dt: ψ ← e^{−W dt/ħ} ψ, its loss of norm credited to the exits. */
export const exitsOf = (space: Space, layers: readonly Layer[], dt: number) => {
  const { grid, states } = space;
  const { size, volumes } = grid;
  const exits: Exit[] = layers.map(({ axis, end }) => ({
    axis: grid.axes[axis].symbol,
    end,
    diabatic: new Float64Array(states),
    adiabatic: new Float64Array(states),
  }));
  const total = Float64Array.from({ length: size }, (_, cell) => layers.reduce((sum, { rate }) => sum + rate[cell], 0));
  const within = Array.from(total.keys()).filter((cell) => total[cell] > 0);
  const absorb = (psi: Complexes): void => {
    for (const cell of within) {
      const lost = -Math.expm1(-2 * total[cell] * dt) * volumes[cell];
      for (const [k, { rate }] of layers.entries())
        if (rate[cell] > 0) addTo(exits[k], space, psi, cell, (lost * rate[cell]) / total[cell]);
      const left = Math.exp(-total[cell] * dt);
      for (let i = cell; i < psi.re.length; i += size) {
        psi.re[i] *= left;
        psi.im[i] *= left;
      }
    }
  };
  return { exits, absorb };
};
