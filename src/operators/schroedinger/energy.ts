import type { Complexes } from "../../linalg/dense/complexes.js";
import { momentaOf, multiplierAlong } from "./along-axis.js";
import { multiplierBy } from "./matrix-step.js";
import type { Space } from "./space.js";

/** ⟨H⟩ and its standard deviation, energies. */
export interface EnergySpread {
  readonly mean: number;
  readonly deviation: number;
}

const copied = ({ re, im }: Complexes): Complexes => ({ re: re.slice(), im: im.slice() });

const add = (sum: Complexes, { re, im }: Complexes): void => {
  for (let i = 0; i < re.length; i++) {
    sum.re[i] += re[i];
    sum.im[i] += im[i];
  }
};

/** H ψ = Σₐ P²ₐ/(2mₐ) ψ + V ψ. */
export const hamiltonian = ({ grid, states, mass, hbar, V }: Space): ((psi: Complexes) => Complexes) => {
  const kinetic = grid.axes.map((_, a) => {
    const energies = momentaOf(grid, a, hbar).map((p) => (p * p) / (2 * mass[a]));
    return multiplierAlong(grid, a, { re: energies, im: new Float64Array(energies.length) });
  });
  const potential = multiplierBy({ re: V.re, im: V.im.length > 0 ? V.im : new Float64Array(V.re.length) }, states);
  return (psi) => {
    const sum = copied(psi);
    potential(sum);
    for (const along of kinetic) {
      const part = copied(psi);
      along(part);
      add(sum, part);
    }
    return sum;
  };
};

/** Mean and standard deviation of H in a state: ⟨ψ, Hψ⟩/⟨ψ, ψ⟩, and from |Hψ|². */
export const energySpread = (H: (psi: Complexes) => Complexes, psi: Complexes): EnergySpread => {
  const image = H(psi);
  let [norm, mean, square] = [0, 0, 0];
  for (let i = 0; i < psi.re.length; i++) {
    norm += psi.re[i] ** 2 + psi.im[i] ** 2;
    mean += psi.re[i] * image.re[i] + psi.im[i] * image.im[i];
    square += image.re[i] ** 2 + image.im[i] ** 2;
  }
  mean /= norm;
  return { mean, deviation: Math.sqrt(Math.max(square / norm - mean * mean, 0)) };
};
