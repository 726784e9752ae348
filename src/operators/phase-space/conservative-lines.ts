import type { Lines } from "./lines.js";

/** The value where cells meet, of the cubic whose means over the two cells on either side are theirs. */
const between = (a: number, b: number, c: number, d: number): number => (7 * (b + c) - (a + d)) / 12;

/** By how much a parabola of mean `mean` and end values `left` and `right` must be drawn to its mean so as not to become negative. */
const drawn = (left: number, mean: number, right: number): number => {
  const bend = 6 * mean - 3 * (left + right);
  const lean = right - left;
  const inside = bend < 0 && Math.abs(lean) < -bend;
  // The value at the vertex, where it lies in the cell.
  const low = inside ? 0.5 * (left + right) + 0.25 * bend + (0.25 * lean * lean) / bend : Math.min(left, right);
  return low < 0 ? Math.max(0, mean) / (mean - low) : 1;
};

/** What of each cell lies in its part `f` to the right: the integral of a parabola ≥ 0. */
const leaving = (line: Float64Array, f: number, out: Float64Array): void => {
  const n = line.length;
  for (let i = 0; i < n; i++) {
    const [a, b, c] = [line[(i + n - 2) % n], line[(i + n - 1) % n], line[i]];
    const [d, e] = [line[(i + 1) % n], line[(i + 2) % n]];
    const [left, right] = [between(a, b, c, d), between(b, c, d, e)];
    const theta = drawn(left, c, right);
    const lean = right - left;
    const bend = 6 * c - 3 * (left + right);
    const end = right - 0.5 * f * (lean - (1 - (2 / 3) * f) * bend);
    out[i] = f * (c + theta * (end - c));
  }
};

/** What cells hold, seen as a parabola in each whose ends come from cubics, drawn to the mean where it would be negative. A shift hands on what crosses
 *  from cell to cell, so that Σρ stays to rounding and ρ ≥ 0 remains so; what is finer than the cells is smoothed away.
 *  [colella-woodward-1984, zhang-shu-2010] */
export const conservativeLines = (n: number): Lines => ({
  shift: (by) => {
    const out = new Float64Array(n);
    const before = new Float64Array(n);
    return (values) => {
      by.forEach((cells, j) => {
        const whole = Math.floor(cells);
        const line = values.subarray(j * n, (j + 1) * n);
        before.set(line);
        leaving(before, cells - whole, out);
        const from = (((-whole % n) + n) % n) + n;
        for (let i = 0; i < n; i++) {
          const at = (i + from) % n;
          line[i] = Math.max(before[at] - out[at], Math.min(before[at], 0)) + out[(at + n - 1) % n];
        }
      });
      return 0;
    };
  },
  slope: (values, out) => {
    for (let start = 0; start < values.length; start += n)
      for (let i = 0; i < n; i++) {
        const at = (k: number) => values[start + ((i + k + n) % n)];
        out[start + i] = (8 * (at(1) - at(-1)) - (at(2) - at(-2))) / 12;
      }
    return out;
  },
});
