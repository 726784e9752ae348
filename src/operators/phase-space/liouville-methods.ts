import type { ReferenceKey } from "../../references.js";
import { conservativeLines } from "./conservative-lines.js";
import type { Lines } from "./lines.js";
import type { Worth } from "./liouville-propagation.js";
import type { LiouvilleSystem } from "./liouville-system.js";
import { spectralLines } from "./spectral-lines.js";

/** Rows and columns as a method has them, and how it tells what the cells cost. */
interface Method {
  readonly name: string;
  readonly works: readonly ReferenceKey[];
  lines(cells: number): Lines;
  worth(system: LiouvilleSystem): Worth;
}

/** As much is missing as is found in the shortest waves: ∫ |δρ| ≤ √(area ∫ δρ²). */
const byWaves = ({ x, p }: LiouvilleSystem): Worth => {
  const [cell, area] = [x.widths[0] * p.widths[0], (x.to - x.from) * (p.to - p.from)];
  return {
    tolerance: 4e-9,
    useless: 0.01,
    smooths: false,
    lost: ({ tail }) => Math.sqrt(area * cell * tail),
  };
};

/** What the way back does not find again was smoothed away, on the way out or back. */
const byReturn = ({ x, p }: LiouvilleSystem): Worth => ({
  tolerance: 1e-5,
  useless: Number.POSITIVE_INFINITY,
  smooths: true,
  lost: (_, start, back) => {
    const { values } = back();
    return values.reduce((sum, value, i) => sum + Math.abs(value - start[i]) * x.widths[0] * p.widths[0], 0);
  },
});

/** The ways to shift the lines of a grid. */
export const liouvilleMethods = {
  spectral: { name: "shifted waves", works: ["bluestein-1970"], lines: spectralLines, worth: byWaves },
  conservative: {
    name: "shifted parabolas",
    works: ["colella-woodward-1984", "zhang-shu-2010"],
    lines: conservativeLines,
    worth: byReturn,
  },
} as const satisfies Record<string, Method>;

export type LiouvilleMethod = keyof typeof liouvilleMethods;
