/** A double well across a harmonic one, turned by an angle so that no axis of a grid is special: V = h (u² − 1)² + k v²/2,
 *  u = x cos α + y sin α, v = y cos α − x sin α, on the square |x|, |y| < half. */
export const surface = { h: 1.5, k: 8, angle: 0.5, kT: 1.25, D: 0.6, half: 2.4 };
