import type { Complexes } from "../../linalg/dense/complexes.js";
import type { Space } from "./space.js";

/** A matrix at every cell, entry (i, j) at [(i d + j) size + cell]. */
type CellMatrix = Complexes;

/** Σⱼ f(λⱼ) Ψⱼ Ψⱼ* at every cell, for a complex function f of the eigenvalues. */
export const functionOfV = (
  { states, grid: { size }, adiabatic: { values, vectors } }: Space,
  f: (lambda: number) => readonly [number, number],
): CellMatrix => {
  const out = { re: new Float64Array(states * states * size), im: new Float64Array(states * states * size) };
  for (let j = 0; j < states; j++)
    for (let cell = 0; cell < size; cell++) {
      const [u, v] = f(values[j * size + cell]);
      for (let a = 0; a < states; a++) {
        const at = (j * states + a) * size + cell;
        const [x, y] = [vectors.re[at] * u - vectors.im[at] * v, vectors.re[at] * v + vectors.im[at] * u];
        for (let b = 0; b < states; b++) {
          const [with_, to] = [(j * states + b) * size + cell, (a * states + b) * size + cell];
          out.re[to] += x * vectors.re[with_] + y * vectors.im[with_];
          out.im[to] += y * vectors.re[with_] - x * vectors.im[with_];
        }
      }
    }
  return out;
};

/** ψᵢ ← ψᵢ + Uᵢⱼ φⱼ at every cell. */
const addProduct = (
  psi: Complexes,
  U: CellMatrix,
  phi: Complexes,
  size: number,
  i: number,
  j: number,
  states: number,
): void => {
  const { re, im } = psi;
  const { re: ur, im: ui } = U;
  const { re: xr, im: xi } = phi;
  const to = i * size;
  const from = j * size;
  const entry = (i * states + j) * size;
  for (let cell = 0; cell < size; cell++) {
    const u = ur[entry + cell];
    const v = ui[entry + cell];
    const x = xr[from + cell];
    const y = xi[from + cell];
    re[to + cell] += u * x - v * y;
    im[to + cell] += u * y + v * x;
  }
};

/** ψ ← U ψ at every cell. */
export const multiplierBy = (U: CellMatrix, states: number): ((psi: Complexes) => void) => {
  const size = U.re.length / states ** 2;
  const before = { re: new Float64Array(states * size), im: new Float64Array(states * size) };
  return (psi) => {
    before.re.set(psi.re);
    before.im.set(psi.im);
    psi.re.fill(0);
    psi.im.fill(0);
    for (let i = 0; i < states; i++) for (let j = 0; j < states; j++) addProduct(psi, U, before, size, i, j, states);
  };
};
