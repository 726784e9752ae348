/** Eigenvectors along a path with a phase that does not jump: ⟨Ψ_j, dΨ_j⟩ = 0. */

import { PhysicsError } from "../../errors.js";
import type { Complexes } from "../../linalg/dense/complexes.js";
import { emptyFrame, framing } from "./frame.js";
import type { Frame, MatrixField } from "./matrix-field.js";

/** A place with its frame. */
export interface Station {
  readonly q: Float64Array;
  readonly frame: Frame;
}

/** ⟨a_j, b_j⟩ of two frames' vectors j. */
const overlap = (a: Complexes, b: Complexes, j: number, d: number): readonly [number, number] => {
  let [re, im] = [0, 0];
  for (let i = j * d; i < (j + 1) * d; i++) {
    re += a.re[i] * b.re[i];
    if (a.im.length === 0) continue;
    re += a.im[i] * b.im[i];
    im += a.re[i] * b.im[i] - a.im[i] * b.re[i];
  }
  return [re, im];
};

/** z at i times c + is; where there are no imaginary parts s is 0. */
const times = ({ re, im }: Complexes, i: number, c: number, s: number): void => {
  const x = re[i];
  re[i] = im.length > 0 ? c * x - s * im[i] : c * x;
  if (im.length > 0) im[i] = s * x + c * im[i];
};

/** Ψ_j ← Ψ_j (c + is), with the slopes that hold it. */
const turn = ({ vectors, slopes, values }: Frame, j: number, c: number, s: number): void => {
  const d = values.length;
  for (let i = j * d; i < (j + 1) * d; i++) times(vectors, i, c, s);
  for (let at = 0; at < slopes.re.length; at += d * d)
    for (let i = 0; i < d; i++) {
      if (i === j) continue;
      times(slopes, at + i * d + j, c, s);
      times(slopes, at + j * d + i, c, -s);
    }
};

/** Least square of an overlap at which two places count as neighbours. */
const NEAR = 0.9;

/** Halvings of the way between two points before levels on it are taken to meet. */
const DEPTH = 40;

const meet = (field: MatrixField, { q, frame: { values } }: Station, j: number): never => {
  const other = j > 0 && (j === values.length - 1 || values[j] - values[j - 1] < values[j + 1] - values[j]) ? j - 1 : j;
  const at = field.variables.map((name, k) => `${name} = ${Number(q[k].toPrecision(8))}`).join(", ");
  throw new PhysicsError("undefined-quantity", {
    what: `The levels ${other} and ${other + 1} meet at ${at}`,
    expected: "a gap all along the path, so that eigenvectors can be followed",
    remedy: "Lead the path round this point, or add a coupling between the two levels",
  });
};

/** Turns the phases of `to` so that each vector is what its neighbour in `from` becomes; undefined where both are too far apart, with the level. */
const aligned = (from: Frame, to: Frame): number | undefined => {
  const d = from.values.length;
  const overlaps = Array.from({ length: d }, (_, j) => overlap(from.vectors, to.vectors, j, d));
  const lost = overlaps.findIndex(([re, im]) => !(re * re + im * im > NEAR));
  if (lost >= 0) return lost;
  for (const [j, [re, im]] of overlaps.entries()) {
    const size = Math.hypot(re, im);
    turn(to, j, re / size, -im / size);
  }
  return undefined;
};

/** What finds the station at a place, its phases carried over from another one along a straight line.
 *  @throws from calls PhysicsError "undefined-quantity" that names the place where levels meet */
export const transport = (field: MatrixField): ((from: Station | undefined, q: Float64Array) => Station) => {
  const look = framing(field);
  const at = (q: Float64Array): Station => {
    const frame = emptyFrame(field);
    look(q, frame);
    return { q, frame };
  };
  const carry = (from: Station, to: Station, depth: number): Station => {
    const lost = aligned(from.frame, to.frame);
    if (lost === undefined) return to;
    if (depth === DEPTH) meet(field, to, lost);
    const middle = carry(from, at(from.q.map((x, k) => 0.5 * (x + to.q[k]))), depth + 1);
    return carry(middle, to, depth + 1);
  };
  return (from, q) => (from ? carry(from, at(q), 0) : at(q));
};
