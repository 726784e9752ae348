/** exp(tA) b for the generator A of a chain, whose spectrum lies on (−∞, 0], from resolvents on a contour. [trefethen-weideman-schmelzer-2006] */

import { resolvent, type Tridiagonal } from "../tridiagonal/tridiagonal.js";

/** Nodes on the whole parabola z(θ) = N(0.1309 − 0.1194 θ² + 0.25 iθ)/t, −π < θ < π; the error falls like 2.85⁻ᴺ. */
const NODES = 32;

/** exp(tA) b = (1/2πi) ∮ eᶻᵗ (z − A)⁻¹ b dz, by the midpoint rule on a parabola round the spectrum; to about 1e-14 of |b|, for any t > 0. */
export const exponential = (matrix: Tridiagonal, t: number, b: Float64Array): Float64Array => {
  const out = new Float64Array(b.length);
  for (let k = 0; k < NODES / 2; k++) {
    const theta = (Math.PI * (2 * k + 1)) / NODES;
    const re = NODES * (0.1309 - 0.1194 * theta * theta);
    const im = NODES * 0.25 * theta;
    const grow = Math.exp(re);
    const slopeRe = -2 * NODES * 0.1194 * theta;
    const slopeIm = NODES * 0.25;
    const cos = grow * Math.cos(im);
    const sin = grow * Math.sin(im);
    // The lower half of the contour gives the complex conjugate: 2 Re of (eᶻ z′ / iN) r.
    const weightRe = (2 / (NODES * t)) * (cos * slopeIm + sin * slopeRe);
    const weightIm = (2 / (NODES * t)) * (sin * slopeIm - cos * slopeRe);
    const r = resolvent(matrix, [re / t, im / t], b);
    for (let i = 0; i < out.length; i++) out[i] += weightRe * r.re[i] - weightIm * r.im[i];
  }
  return out;
};
