import { complexSolve, complexZeros } from "../../linalg/dense/complex-solve.js";
import type { Complexes } from "../../linalg/dense/complexes.js";

/** S_jk = ⟨Ψ′ⱼ, Ψₖ⟩ of eigenvectors at two places, each Ψ′ⱼ turned by the phase that makes S_jj ≥ 0; c′ turns with them. */
const overlaps = (after: Complexes, before: Complexes, turned: Complexes, S: Complexes, d: number): void => {
  const real = after.im.length === 0;
  for (let j = 0; j < d; j++) {
    for (let k = 0; k < d; k++) {
      let x = 0;
      let y = 0;
      for (let i = j * d, l = k * d; i < (j + 1) * d; i++, l++) {
        x += after.re[i] * before.re[l] + (real ? 0 : after.im[i] * before.im[l]);
        if (!real) y += after.re[i] * before.im[l] - after.im[i] * before.re[l];
      }
      S.re[j * d + k] = x;
      S.im[j * d + k] = y;
    }
    const size = Math.hypot(S.re[j * (d + 1)], S.im[j * (d + 1)]);
    if (size === 0) continue;
    const [u, v] = [S.re[j * (d + 1)] / size, -S.im[j * (d + 1)] / size];
    const turn = (part: Complexes, at: number) => {
      const x = part.re[at];
      part.re[at] = u * x - v * part.im[at];
      part.im[at] = u * part.im[at] + v * x;
    };
    for (let k = j * d; k < (j + 1) * d; k++) turn(S, k);
    turn(turned, j);
  }
};

/** What a turn of the frame moves of the population |c_a|² to each level. */
export type Fluxes = (
  a: number,
  before: { readonly vectors: Complexes; readonly c: Complexes },
  after: { readonly vectors: Complexes; readonly c: Complexes },
) => Float64Array;

/** The fluxes of population out of a level a while eigenvectors Ψ turn to Ψ′ and amplitudes c to c′ = S c. With Cayley's A = 2(S − 1)(S + 1)⁻¹, which is anti-Hermitian,
 *  c′ − c = A (c + c′)/2, so that f_j = 2 Re(z̄_j A_ja z_a), z = (c + c′)/2, are fluxes between pairs of levels, f_ja = −f_aj, that add up exactly to what
 *  |c_a|² loses: in the limit of short times Tully's −2 Re(c̄_j c_a) (p/m)·⟨Ψ_j, ∂Ψ_a⟩ dt. With two levels there is one flux, the loss. */
export const fluxesOf = (d: number): Fluxes => {
  const out = new Float64Array(d);
  const [S, y] = [complexZeros(d), { re: new Float64Array(d), im: new Float64Array(d) }];
  const turned = { re: new Float64Array(d), im: new Float64Array(d) };
  return (a, before, after) => {
    if (d === 2) {
      out[a] = 0;
      out[1 - a] = before.c.re[a] ** 2 + before.c.im[a] ** 2 - after.c.re[a] ** 2 - after.c.im[a] ** 2;
      return out;
    }
    turned.re.set(after.c.re);
    turned.im.set(after.c.im);
    overlaps(after.vectors, before.vectors, turned, S, d);
    for (let k = 0; k < d; k++) S.re[k * (d + 1)] += 1;
    y.re.fill(0)[a] = 1;
    y.im.fill(0);
    complexSolve(S, y, d, 1);
    const z = (j: number) => [0.5 * (before.c.re[j] + turned.re[j]), 0.5 * (before.c.im[j] + turned.im[j])] as const;
    const [ar, ai] = z(a);
    for (let j = 0; j < d; j++) {
      // A e_a = 2e_a − 4y with (S + 1) y = e_a.
      const [zr, zi] = z(j);
      const [u, v] = [zr * ar + zi * ai, zr * ai - zi * ar];
      out[j] = j === a ? 0 : -8 * (u * y.re[j] - v * y.im[j]);
    }
    return out;
  };
};
