import { dot } from "../krylov/krylov.js";

/** Complex numbers: their real parts, and as many imaginary parts. */
export interface Complexes {
  readonly re: Float64Array;
  readonly im: Float64Array;
}

/** The same real map of both parts. */
export const mapped = ({ re, im }: Complexes, of: (part: Float64Array) => Float64Array): Complexes => ({
  re: of(re),
  im: of(im),
});

/** aᵀb, without conjugation, as real and imaginary part. */
export const bilinear = (a: Complexes, b: Complexes): readonly [number, number] => [
  dot(a.re, b.re) - dot(a.im, b.im),
  dot(a.re, b.im) + dot(a.im, b.re),
];
