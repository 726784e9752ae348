/** A point of a line where the force vanishes. */
export interface StationaryPoint {
  readonly x: number;
  readonly kind: "minimum" | "maximum";
}

const PIECES = 40_000;

/** The minima and maxima between two places, left to right: sign changes of the force on 40000 equal pieces, then bisection to the last
 *  bits. Two of them within one piece are missed. */
export const stationaryPoints = (force: (x: number) => number, from: number, to: number): StationaryPoint[] => {
  const found: StationaryPoint[] = [];
  const place = (i: number) => from + ((i + 0.4999) / PIECES) * (to - from);
  for (let i = 0; i < PIECES - 1; i++) {
    let [left, right] = [place(i), place(i + 1)];
    const sign = Math.sign(force(left));
    if (sign === 0 || sign === Math.sign(force(right))) continue;
    for (let step = 0; step < 70; step++) {
      const middle = 0.5 * (left + right);
      if (Math.sign(force(middle)) === sign) left = middle;
      else right = middle;
    }
    found.push({ x: 0.5 * (left + right), kind: sign > 0 ? "minimum" : "maximum" });
  }
  return found;
};
