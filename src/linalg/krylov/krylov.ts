/** An orthonormal basis of the space that a vector and its images under a linear map span. */

/** y = A x, into `y`, for real vectors of one length. */
export type LinearMap = (x: Float64Array, y: Float64Array) => void;

export const dot = (a: Float64Array, b: Float64Array): number => {
  let sum = 0;
  for (let i = 0; i < a.length; i++) sum += a[i] * b[i];
  return sum;
};

/** y ← y + c x. */
export const add = (y: Float64Array, c: number, x: Float64Array): void => {
  for (let i = 0; i < y.length; i++) y[i] += c * x[i];
};

export const norm = (x: Float64Array): number => Math.sqrt(dot(x, x));

/** Takes from `x` its parts along the orthonormal `basis`, twice, so that nothing but rounding is left of them; returns the parts. */
export const orthogonalise = (x: Float64Array, basis: readonly Float64Array[]): Float64Array => {
  const parts = new Float64Array(basis.length);
  for (let pass = 0; pass < 2; pass++)
    basis.forEach((direction, i) => {
      const part = dot(direction, x);
      parts[i] += part;
      add(x, -part, direction);
    });
  return parts;
};

/** What of the image of the last basis vector lies along each basis vector, and the length of the rest, which becomes the next basis vector. A space that
 *  the map does not leave has a rest of 0, and gets no further vector. */
export const extend = (
  basis: Float64Array[],
  map: LinearMap,
): { readonly parts: Float64Array; readonly rest: number } => {
  const last = basis[basis.length - 1];
  const image = new Float64Array(last.length);
  map(last, image);
  const before = norm(image);
  const parts = orthogonalise(image, basis);
  const rest = norm(image);
  if (rest <= 1e-14 * before) return { parts, rest: 0 };
  basis.push(image.map((value) => value / rest));
  return { parts, rest };
};
