/** Free flight, and force with friction and noise, each exact on waves: exp(t𝓛) by Strang's product of the two. [strang-1968] */

import { halving } from "../../linalg/fft.js";
import type { FlightField, FlightGrid } from "./flight-field.js";
import type { PhaseSystem } from "./phase-system.js";

/** A flow of a field, in place. */
type Flow = (field: FlightField) => void;

/** ρ(x − pt/m, p): waves of each row turned by exp(−ikpt/m). */
const flight = ({ n, half, length, dp }: FlightGrid, mass: number, t: number): Flow => {
  const transform = halving(2 * n);
  const im = new Float64Array(2 * n);
  const angle = (-Math.PI * dp * t) / (length * mass);
  const turns = Array.from({ length: half }, (_, j) =>
    [Math.cos, Math.sin].map((of) => Float64Array.from({ length: n + 1 }, (_, k) => of(angle * (j + 0.5) * k))),
  );
  return (field) => {
    for (let j = 0; j < half; j++) {
      const re = field[j];
      const [cos, sin] = turns[j];
      im.fill(0);
      transform(re, im);
      // What the waves of k and −k hold is conjugate, and so is what is made of them; twice the upper ones and no lower ones have the same real part.
      re[0] /= 2 * n;
      im[0] = 0;
      for (let k = 1; k < n; k++) {
        const [a, b] = [re[k] / n, im[k] / n];
        re[k] = a * cos[k] - b * sin[k];
        im[k] = -(a * sin[k] + b * cos[k]);
      }
      re[n] *= cos[n] / (2 * n);
      im[n] = 0;
      re.fill(0, n + 1);
      im.fill(0, n + 1);
      transform(re, im);
    }
  };
};

/** Row k: what wave k gets from the even and the odd part of a column in friction and noise. */
interface Damping {
  readonly cosines: Float64Array;
  readonly sines: Float64Array;
}

const damping = ({ gamma, mass, kT }: PhaseSystem, { half, dp }: FlightGrid, eta: Float64Array, t: number): Damping => {
  const shrink = Math.exp(-gamma * t);
  const noise = -0.5 * mass * kT * Math.expm1(-2 * gamma * t);
  const table = (of: (angle: number) => number) =>
    Float64Array.from({ length: half * half }, (_, at) => {
      const [k, j] = [Math.floor(at / half), at % half];
      return (Math.exp(-noise * eta[k] ** 2) * of(eta[k] * shrink * (j + 0.5) * dp) * (k === 0 ? 0.5 : 1)) / half;
    });
  return { cosines: table(Math.cos), sines: table(Math.sin) };
};

/** The damped waves of a column. */
const damped = (
  { cosines, sines }: Damping,
  [even, odd]: readonly Float64Array[],
  [re, im]: readonly Float64Array[],
): void => {
  const half = even.length;
  for (let k = 0, at = 0; k < half; k++) {
    let [a, b, c, d] = [0, 0, 0, 0];
    for (let j = 0; j < half; j += 2, at += 2) {
      a += cosines[at] * even[j];
      b -= sines[at] * odd[j];
      c += cosines[at + 1] * even[j + 1];
      d -= sines[at + 1] * odd[j + 1];
    }
    re[k] = a + c;
    im[k] = b + d;
  }
};

/** dp = (F − γp) dt + √(2γmkT) dW for a time t, which takes the waves of momenta at η from those at η e^(−γt), dampens them, and turns them by the mean push. */
const push = (system: PhaseSystem, grid: FlightGrid, t: number): Flow => {
  const { gamma, force } = system;
  const { n, half, places, dp } = grid;
  const mean = gamma === 0 ? t : -Math.expm1(-gamma * t) / gamma;
  const eta = Float64Array.from({ length: half }, (_, k) => (Math.PI * k) / (half * dp));
  const factors = damping(system, grid, eta, t);
  const turned = (of: (angle: number) => number) =>
    Array.from(places, (x) => eta.map((wave) => of(wave * ((0.5 - half) * dp - force(x) * mean))));
  const [turnCos, turnSin] = [turned(Math.cos), turned(Math.sin)];
  const transform = halving(2 * half);
  const [even, odd] = [new Float64Array(half), new Float64Array(half)];
  const [re, im] = [new Float64Array(2 * half), new Float64Array(2 * half)];
  return (field) => {
    for (let i = 0; i < n; i++) {
      const other = 2 * n - 1 - i;
      for (let j = 0; j < half; j++) {
        even[j] = field[j][i] + field[j][other];
        odd[j] = field[j][i] - field[j][other];
      }
      damped(factors, [even, odd], [re, im]);
      for (let k = 0; k < half; k++) {
        const [a, b, cos, sin] = [re[k], im[k], turnCos[i][k], turnSin[i][k]];
        re[k] = a * cos - b * sin;
        im[k] = -(a * sin + b * cos);
      }
      re.fill(0, half);
      im.fill(0, half);
      transform(re, im);
      for (let j = 0; j < half; j++) {
        field[j][i] = re[half + j];
        field[j][other] = re[half - 1 - j];
      }
    }
  };
};

/** exp(t𝓛) by so many steps, with an error of even powers of their length alone. */
export const flown = (
  system: PhaseSystem,
  grid: FlightGrid,
  start: FlightField,
  t: number,
  steps: number,
): FlightField => {
  const [ends, between, pushed] = [
    flight(grid, system.mass, (0.5 * t) / steps),
    flight(grid, system.mass, t / steps),
    push(system, grid, t / steps),
  ];
  const field = start.map((row) => row.slice());
  ends(field);
  for (let step = 1; step <= steps; step++) {
    pushed(field);
    (step < steps ? between : ends)(field);
  }
  return field;
};
