/** Absorbing ends: layers in which a wave dies away, by a potential −iW(X). */

import { PhysicsError } from "../../errors.js";
import type { EnergySpread } from "./energy.js";
import type { Space } from "./space.js";

/** An absorbing layer at an end of an axis. */
export interface Layer {
  readonly axis: number;
  readonly end: "lower" | "upper";
  /** W/ħ at every cell, a rate. */
  readonly rate: Float64Array;
}

/** e^(−DECAY) of the fastest waves is left behind the layers at both ends. Of waves that turn by WAVES radians within a layer and are a fifth as fast about 1e-5 is sent back, of others less. */
const [DECAY, WAVES] = [20, 16];

/** The lowest value of each λⱼ over the cells at an end of an axis. */
const floorsAt = ({ grid, states, adiabatic: { values } }: Space, axis: number, upper: boolean): number[] => {
  const { cells } = grid.axes[axis];
  const wanted = upper ? cells - 1 : 0;
  return Array.from({ length: states }, (_, j) => {
    let lowest = Number.POSITIVE_INFINITY;
    for (let cell = 0; cell < grid.size; cell++)
      if (Math.floor(cell / grid.strides[axis]) % cells === wanted)
        lowest = Math.min(lowest, values[j * grid.size + cell]);
    return lowest;
  });
};

const tooThin = (symbol: string, width: number, momentum: number, hbar: number): never => {
  throw new PhysicsError("grid", {
    what: `The absorbing layers of the axis ${symbol} are ${Number(width.toPrecision(3))} wide, and a wave of momentum ${Number(momentum.toPrecision(3))} leaves through them`,
    expected: `${Number(((WAVES * hbar) / momentum).toPrecision(3))} or more, two and a half of its wavelengths, or part of it would be sent back`,
    remedy: "Widen the grid, or the share of it that layers take: { layer: 0.2 }",
  });
};

/** The layers of a space for waves of given energies. Each takes a share of its axis; W grows in it with the cube of the depth, as strong as the fastest wave asks for.
 *  On several axes nothing is known of how a channel's energy is shared between them,
 *  and how thin a layer may be is not checked. @throws PhysicsError "grid" where, on one axis, a channel that is open at the mean energy has waves too long for a layer */
export const layersOf = (space: Space, { mean, deviation }: EnergySpread, share: number): Layer[] => {
  const { grid, mass, hbar } = space;
  const momentum = (axis: number, energy: number) => Math.sqrt(2 * mass[axis] * Math.max(energy, 0));
  return grid.axes.flatMap(({ symbol, from, to, ends, centres, cells }, axis) => {
    const width = share * (to - from);
    const absorbing = (["lower", "upper"] as const).filter((_, k) => ends[k] === "absorbing");
    const floors = absorbing.map((end) => floorsAt(space, axis, end === "upper"));
    const fastest = momentum(axis, mean + 5 * deviation - Math.min(...floors.flat()));
    for (const floor of floors.flat()) {
      const slow = momentum(axis, mean - floor);
      if (grid.dim === 1 && slow > 0 && slow * width < WAVES * hbar) tooThin(symbol, width, slow, hbar);
    }
    // ∫W over a layer is W_max width/4, and |ψ|² falls by the exponent 2∫W/(ħv).
    const peak = (2 * DECAY * fastest) / (mass[axis] * absorbing.length * width);
    return absorbing.map((end) => {
      const depth = (x: number) => (end === "lower" ? from + width - x : x - to + width) / width;
      const along = centres.map((x) => peak * Math.max(depth(x), 0) ** 3);
      return {
        axis,
        end,
        rate: Float64Array.from(
          { length: grid.size },
          (_, cell) => along[Math.floor(cell / grid.strides[axis]) % cells],
        ),
      };
    });
  });
};
