/** Affine maps of the plane as SVG writes them: (x, y) ↦ (a x + c y + e, b x + d y + f). */

export type Affine = readonly [a: number, b: number, c: number, d: number, e: number, f: number];

export const identity: Affine = [1, 0, 0, 1, 0, 0];

/** The map that applies `second` first, then `first`, as SVG's lists of transforms are read. */
export const compose = ([a, b, c, d, e, f]: Affine, [A, B, C, D, E, F]: Affine): Affine => [
  a * A + c * B,
  b * A + d * B,
  a * C + c * D,
  b * C + d * D,
  a * E + c * F + e,
  b * E + d * F + f,
];

const rotation = (degrees: number): Affine => {
  const angle = (degrees * Math.PI) / 180;
  return [Math.cos(angle), Math.sin(angle), -Math.sin(angle), Math.cos(angle), 0, 0];
};

const translation = (x: number, y: number): Affine => [1, 0, 0, 1, x, y];

const single = (name: string, n: readonly number[]): Affine => {
  switch (name) {
    case "translate":
      return translation(n[0] ?? 0, n[1] ?? 0);
    case "scale":
      return [n[0] ?? 1, 0, 0, n[1] ?? n[0] ?? 1, 0, 0];
    case "rotate": {
      const [angle = 0, x = 0, y = 0] = n;
      return compose(compose(translation(x, y), rotation(angle)), translation(-x, -y));
    }
    case "matrix":
      return n.length === 6 ? (n as unknown as Affine) : identity;
    default:
      return identity;
  }
};

/** Reads a `transform` attribute; what is no transform counts as the identity. */
export const parseAffine = (transform: string | null): Affine => {
  let map = identity;
  for (const [, name, list] of (transform ?? "").matchAll(/(\w+)\s*\(([^()]*)\)/g)) {
    const numbers = list!
      .split(/[\s,]+/)
      .filter(Boolean)
      .map(Number.parseFloat);
    if (numbers.every(Number.isFinite)) map = compose(map, single(name!, numbers));
  }
  return map;
};
