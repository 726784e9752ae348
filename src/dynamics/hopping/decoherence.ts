import type { Complexes } from "../../linalg/dense/complexes.js";

/** Lets amplitudes of levels other than a die away for a time h, cⱼ ← cⱼ e^{−h/τⱼ} with τⱼ = ħ/|λⱼ − λ_a| (1 + C/K), K the kinetic energy, and gives |c_a|² what they lose. */
export const decohere = (
  c: Complexes,
  values: Float64Array,
  a: number,
  { h, hbar, C, kinetic }: { readonly h: number; readonly hbar: number; readonly C: number; readonly kinetic: number },
): void => {
  const own = c.re[a] ** 2 + c.im[a] ** 2;
  let others = 0;
  if (own === 0 || kinetic === 0) return;
  for (let j = 0; j < values.length; j++) {
    if (j === a) continue;
    const left = Math.exp((-h * Math.abs(values[j] - values[a])) / (hbar * (1 + C / kinetic)));
    c.re[j] *= left;
    c.im[j] *= left;
    others += c.re[j] ** 2 + c.im[j] ** 2;
  }
  const grown = Math.sqrt((1 - others) / own);
  c.re[a] *= grown;
  c.im[a] *= grown;
};
