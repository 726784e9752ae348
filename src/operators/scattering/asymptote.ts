import type { Complexes } from "../../linalg/dense/complexes.js";
import { emptyFrame, framing } from "../../potentials/fields/frame.js";
import type { MatrixField } from "../../potentials/fields/matrix-field.js";

/** A region without forces at one end: its channels, the eigenstates of V there, and how a wave in each changes from one place to the next. */
export interface Asymptote {
  /** λⱼ, rising. */
  readonly values: Float64Array;
  /** Ψⱼ at [j d, (j + 1) d). */
  readonly vectors: Complexes;
  /** Whether the energy suffices for channel j. */
  readonly open: readonly boolean[];
  /** e^{iθⱼ}, the factor of a wave that moves or dies away in the direction of growing x, over a distance h. */
  readonly ahead: Complexes;
}

/** Numerov's F = (1 + h²Q/12)ψ obeys F(x + h) + F(x − h) = u F(x) where Q does not change: u = (12 − 10w)/w, w = 1 + h²Q/12. */
export const recurrence = (Q: number, h: number): number => {
  const w = 1 + (h * h * Q) / 12;
  return (12 - 10 * w) / w;
};

/** The asymptote at a place, for Q = scale (E − V). */
export const asymptoteAt = (field: MatrixField, x: number, energy: number, scale: number, h: number): Asymptote => {
  const frame = emptyFrame(field);
  framing(field)(Float64Array.of(x), frame);
  const { values, vectors } = frame;
  const ahead = { re: new Float64Array(field.states), im: new Float64Array(field.states) };
  const open = Array.from(values, (lambda) => energy > lambda);
  for (const [j, lambda] of values.entries()) {
    const half = 0.5 * recurrence(scale * (energy - lambda), h);
    ahead.re[j] = open[j] ? half : half - Math.sqrt(half * half - 1);
    ahead.im[j] = open[j] ? Math.sqrt(1 - half * half) : 0;
  }
  const im = vectors.im.length > 0 ? vectors.im : new Float64Array(vectors.re.length);
  return { values, vectors: { re: vectors.re, im }, open, ahead };
};
