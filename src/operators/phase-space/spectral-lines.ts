import { transformOf } from "../../linalg/fourier.js";
import type { Lines } from "./lines.js";

/** The part of the waves, beginning with the shortest, in which nothing should be found. */
const TAIL = 1 / 8;

/** Two real lines as the parts of one complex one, transformed, changed wave by wave, and put back. */
const pairwise = (n: number) => {
  const transform = transformOf(n);
  const [re, im] = [new Float64Array(n), new Float64Array(n)];
  return (from: Float64Array, to: Float64Array, change: (re: Float64Array, im: Float64Array, line: number) => void) => {
    for (let start = 0, line = 0; start < from.length; start += 2 * n, line += 2) {
      re.set(from.subarray(start, start + n));
      im.fill(0).set(from.subarray(start + n, start + 2 * n));
      transform(re, im);
      change(re, im, line);
      transform(im, re);
      for (let i = 0; i < n; i++) re[i] /= n;
      for (let i = 0; i < n; i++) im[i] /= n;
      to.set(re, start);
      if (start + n < to.length) to.set(im, start + n);
    }
  };
};

/** cos and sin of 2πks/n for the waves k < n/2 of each line; a last line without another is followed by one at rest. */
const phases = (by: Float64Array, half: number, n: number): readonly [Float64Array, Float64Array] => {
  const angle = (_: unknown, at: number) => ((2 * Math.PI * (at % half)) / n) * (by[Math.floor(at / half)] ?? 0);
  const angles = Float64Array.from({ length: half * (by.length + (by.length % 2)) }, angle);
  return [angles.map(Math.cos), angles.map(Math.sin)];
};

/** Waves around the ring. A shift multiplies each by a phase, so that Σρ and Σρ² stay and shifts can be taken back; the wave from cell to cell, whose
 *  phase would not be real, stays where it is. */
export const spectralLines = (n: number): Lines => {
  const visit = pairwise(n);
  const half = Math.ceil(n / 2);
  const first = Math.floor(half * (1 - TAIL));
  return {
    shift: (by) => {
      const [cos, sin] = phases(by, half, n);
      return (values) => {
        let tail = 0;
        visit(values, values, (re, im, line) => {
          for (let k = first; k <= n - first; k++) tail += (re[k] * re[k] + im[k] * im[k]) / n;
          for (let k = 1; k < half; k++) {
            const m = n - k;
            const one = line * half + k;
            const two = one + half;
            // The waves A = (Z + Z̄′)/2 and B = (Z − Z̄′)/2i of the two lines.
            const ar = 0.5 * (re[k] + re[m]);
            const ai = 0.5 * (im[k] - im[m]);
            const br = 0.5 * (im[k] + im[m]);
            const bi = 0.5 * (re[m] - re[k]);
            const cr = ar * cos[one] + ai * sin[one];
            const ci = ai * cos[one] - ar * sin[one];
            const dr = br * cos[two] + bi * sin[two];
            const di = bi * cos[two] - br * sin[two];
            re[k] = cr - di;
            im[k] = ci + dr;
            re[m] = cr + di;
            im[m] = dr - ci;
          }
        });
        return tail;
      };
    },
    slope: (values, out) => {
      visit(values, out, (re, im) => {
        re[0] = im[0] = 0;
        if (n % 2 === 0) re[half] = im[half] = 0;
        for (let k = 1; k < n; k++) {
          const w = ((2 * Math.PI) / n) * (k < half ? k : k - n);
          [re[k], im[k]] = [-w * im[k], w * re[k]];
        }
      });
      return out;
    },
  };
};
