/** Axis-parallel rectangles that grow, for the extents of drawn things in pixels. */

import type { Affine } from "./affine.js";

export interface Box {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

/** Contains nothing, and is the neutral element of `union`. */
export const nothing: Box = { left: Infinity, top: Infinity, right: -Infinity, bottom: -Infinity };

export const isEmpty = ({ left, top, right, bottom }: Box): boolean => !(right >= left && bottom >= top);

export const union = (a: Box, b: Box): Box => ({
  left: Math.min(a.left, b.left),
  top: Math.min(a.top, b.top),
  right: Math.max(a.right, b.right),
  bottom: Math.max(a.bottom, b.bottom),
});

export const around = (points: readonly (readonly [number, number])[]): Box =>
  points.reduce((box, [x, y]) => union(box, { left: x, top: y, right: x, bottom: y }), nothing);

/** The smallest box around the image of a box. */
export const mapped = (box: Box, [a, b, c, d, e, f]: Affine): Box => {
  if (isEmpty(box)) return box;
  const { left, top, right, bottom } = box;
  const corners = [
    [left, top],
    [right, top],
    [left, bottom],
    [right, bottom],
  ] as const;
  return around(corners.map(([x, y]) => [a * x + c * y + e, b * x + d * y + f]));
};
