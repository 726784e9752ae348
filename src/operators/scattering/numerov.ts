import { complexProduct, complexSolve, complexZeros } from "../../linalg/dense/complex-solve.js";
import type { Complexes } from "../../linalg/dense/complexes.js";
import { type MatrixField, roomFor } from "../../potentials/fields/matrix-field.js";
import { type Asymptote, asymptoteAt } from "./asymptote.js";

/** Probabilities by channel: adiabatic states at the end from which the wave comes, and at the other. */
export interface Probabilities {
  readonly reflected: Float64Array;
  readonly transmitted: Float64Array;
}

/** Where a wave comes from, with what energy. */
export interface Encounter {
  readonly field: MatrixField;
  /** 2m/ħ². */
  readonly scale: number;
  readonly energy: number;
  /** The channel at the near end in which the wave comes. */
  readonly state: number;
  /** The near and the far end; the near one may lie to the right. */
  readonly near: number;
  readonly far: number;
}

/** Σⱼ Ψⱼ fⱼ Ψⱼ* of an asymptote. */
const diagonal = ({ vectors: { re, im } }: Asymptote, f: Complexes, n: number): Complexes => {
  const out = complexZeros(n);
  for (let j = 0; j < n; j++)
    for (let a = 0; a < n; a++)
      for (let b = 0; b < n; b++) {
        const [p, q] = [j * n + a, j * n + b];
        const [x, y] = [re[p] * re[q] + im[p] * im[q], im[p] * re[q] - re[p] * im[q]];
        out.re[a * n + b] += f.re[j] * x - f.im[j] * y;
        out.im[a * n + b] += f.re[j] * y + f.im[j] * x;
      }
  return out;
};

const identity = (n: number, { re, im }: Complexes, scale = 1): Complexes => {
  re.fill(0);
  im.fill(0);
  for (let k = 0; k < n; k++) re[k * (n + 1)] = scale;
  return { re, im };
};

/** U = (12 − 10W) W⁻¹ = 12 W⁻¹ − 10 with W = 1 + (h²/12) scale (E − V), into the same room for every place. */
const recurrenceAt = ({ field, scale, energy }: Encounter, h: number) => {
  const n = field.states;
  const [point, V] = [new Float64Array(1), roomFor(field, 1)];
  const [W, out] = [complexZeros(n), complexZeros(n)];
  const factor = (h * h * scale) / 12;
  return (x: number): Complexes => {
    point[0] = x;
    field.value(point, V);
    identity(n, W, 1 + factor * energy);
    for (let k = 0; k < n * n; k++) W.re[k] -= factor * V.re[k];
    if (!field.real) for (let k = 0; k < n * n; k++) W.im[k] -= factor * V.im[k];
    complexSolve(W, identity(n, out, 12), n, n);
    for (let k = 0; k < n; k++) out.re[k * (n + 1)] -= 10;
    return out;
  };
};

/** a ← a − b. */
const less = (a: Complexes, b: Complexes): Complexes => {
  for (let k = 0; k < a.re.length; k++) {
    a.re[k] -= b.re[k];
    a.im[k] -= b.im[k];
  }
  return a;
};

/** The map R with F(near + h) = R F(near) for waves that only leave at the far end, and the map from F(near) to F(far): from R(x − h) = (U(x) − R(x))⁻¹. */
const sweep = (
  encounter: Encounter,
  far: Asymptote,
  h: number,
  steps: number,
): readonly [R: Complexes, through: Complexes] => {
  const n = encounter.field.states;
  const U = recurrenceAt(encounter, h);
  let R = diagonal(far, far.ahead, n);
  let [room, through, spare] = [complexZeros(n), identity(n, complexZeros(n)), complexZeros(n)];
  for (let k = steps; k > 0; k--) {
    const x = encounter.near + (k / steps) * (encounter.far - encounter.near);
    [R, room] = [complexSolve(less(U(x), R), identity(n, room), n, n), R];
    [through, spare] = [complexProduct(through, R, n, spare), through];
  }
  return [R, through];
};

/** ⟨Ψⱼ, v⟩ of an asymptote for each j. */
const project = ({ vectors: { re, im } }: Asymptote, v: Complexes, n: number): Complexes => {
  const out = { re: new Float64Array(n), im: new Float64Array(n) };
  for (let j = 0; j < n; j++)
    for (let i = 0; i < n; i++) {
      out.re[j] += re[j * n + i] * v.re[i] + im[j * n + i] * v.im[i];
      out.im[j] += re[j * n + i] * v.im[i] - im[j * n + i] * v.re[i];
    }
  return out;
};

const applied = (A: Complexes, v: Complexes, n: number): Complexes => {
  const out = { re: new Float64Array(n), im: new Float64Array(n) };
  for (let i = 0; i < n; i++)
    for (let j = 0; j < n; j++) {
      out.re[i] += A.re[i * n + j] * v.re[j] - A.im[i * n + j] * v.im[j];
      out.im[i] += A.re[i * n + j] * v.im[j] + A.im[i * n + j] * v.re[j];
    }
  return out;
};

/** |fⱼ|² sin θⱼ over that of the incoming wave, for the channels that are open; by the conservation of the recurrence they add up to 1 whatever h. */
const fluxes = ({ open, ahead }: Asymptote, f: Complexes, incoming: number): Float64Array =>
  Float64Array.from(open, (isOpen, j) => (isOpen ? ((f.re[j] ** 2 + f.im[j] ** 2) * ahead.im[j]) / incoming : 0));

/** Probabilities by Numerov's recurrence with `steps` steps from end to end. With a unit wave in channel Ψₛ at the near end, F(near) = Ψₛ + r and F(near + h) = e^{iθₛ}Ψₛ + e^{−iθ}r,
 *  so that (e^{−iθ} − R) r = (R − e^{iθₛ}) Ψₛ. */
export const numerov = (encounter: Encounter, steps: number): Probabilities => {
  const { field, scale, energy, state } = encounter;
  const n = field.states;
  const h = Math.abs(encounter.far - encounter.near) / steps;
  const near = asymptoteAt(field, encounter.near, energy, scale, h);
  const far = asymptoteAt(field, encounter.far, energy, scale, h);
  const [R, through] = sweep(encounter, far, h, steps);
  // e^{−iθ} is the conjugate where a channel is open, and the growing solution, the inverse, where it is closed.
  const back = {
    re: near.ahead.re.map((x, j) => (near.open[j] ? x : 1 / x)),
    im: near.ahead.im.map((y) => -y),
  };
  const psi = {
    re: near.vectors.re.slice(state * n, (state + 1) * n),
    im: near.vectors.im.slice(state * n, (state + 1) * n),
  };
  const [c, s] = [near.ahead.re[state], near.ahead.im[state]];
  const turned = { re: psi.re.map((x, i) => c * x - s * psi.im[i]), im: psi.re.map((x, i) => s * x + c * psi.im[i]) };
  const r = complexSolve(less(diagonal(near, back, n), R), less(applied(R, psi, n), turned), n, 1);
  const whole = { re: psi.re.map((x, i) => x + r.re[i]), im: psi.im.map((y, i) => y + r.im[i]) };
  return {
    reflected: fluxes(near, project(near, r, n), s),
    transmitted: fluxes(far, project(far, applied(through, whole, n), n), s),
  };
};
