const s = 1 / (4 - Math.cbrt(4));

/** Parts of dt that raise a symmetric step of order 2 to order 4: s, s, 1 − 4s, s, s with s = 1/(4 − ∛4). [suzuki-1990] */
export const fourth = [s, s, 1 - 4 * s, s, s] as const;
