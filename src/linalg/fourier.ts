import { halving, type Transform } from "./fft.js";

/** x ← x y, number by number, for as many as y has. */
const multiplied = (xr: Float64Array, xi: Float64Array, yr: Float64Array, yi: Float64Array): void => {
  for (let k = 0; k < yr.length; k++) {
    const re = xr[k] * yr[k] - xi[k] * yi[k];
    xi[k] = xr[k] * yi[k] + xi[k] * yr[k];
    xr[k] = re;
  }
};

/** c = exp(−πi j²/n), the angle taken modulo 2π while it is still whole. */
const chirp = (n: number): readonly [Float64Array, Float64Array] => {
  const angles = Float64Array.from({ length: n }, (_, j) => (-Math.PI * ((j * j) % (2 * n))) / n);
  return [angles.map(Math.cos), angles.map(Math.sin)];
};

/** Any n, as c times the convolution of xc with 1/c, because jk = ½(j² + k² − (k − j)²). */
const chirping = (n: number): Transform => {
  const size = 2 ** Math.ceil(Math.log2(2 * n - 1));
  const transform = halving(size);
  const [cr, ci] = chirp(n);
  const around = (part: Float64Array, scale: number) => {
    const out = new Float64Array(size);
    for (let j = 0; j < n; j++) out[j] = out[(size - j) % size] = scale * part[j];
    return out;
  };
  const [kr, ki] = [around(cr, 1 / size), around(ci, -1 / size)];
  transform(kr, ki);
  const [re, im] = [new Float64Array(size), new Float64Array(size)];
  return (xr, xi) => {
    re.fill(0).set(xr);
    im.fill(0).set(xi);
    multiplied(re, im, cr, ci);
    transform(re, im);
    multiplied(re, im, kr, ki);
    transform(im, re);
    multiplied(re, im, cr, ci);
    xr.set(re.subarray(0, n));
    xi.set(im.subarray(0, n));
  };
};

/** The transform of n numbers, for any n; three to six times as fast where it is a power of 2. [bluestein-1970] */
export const transformOf = (n: number): Transform => (Number.isInteger(Math.log2(n)) ? halving(n) : chirping(n));
