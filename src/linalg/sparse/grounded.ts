/** Factors of networks: Σⱼ cᵢⱼ (xᵢ − xⱼ) + gᵢ xᵢ = bᵢ with conductances c ≥ 0 between nodes and g ≥ 0 to the ground. */

import { PhysicsError } from "../../errors.js";
import type { Fronts } from "./fronts.js";
import { type Rows, subtractProducts } from "./products.js";
import type { Sparse } from "./sparse.js";

/** The inverse of a grounded network. */
export interface Grounded {
  /** How many numbers the factor holds. */
  readonly size: number;
  /** The x of b, into `out`, which may be `b`. */
  solve(b: Float64Array, out: Float64Array): Float64Array;
}

/** Pivots are taken in blocks of this many columns. */
const BLOCK = 8;

const floating = (node: number): never => {
  throw new PhysicsError("grid", {
    what: `Node ${node} has no way to the ground`,
    expected: "a network in which every node is connected with the ground",
    remedy: "Look for a potential that is infinite all around a part of the grid",
  });
};

/** Eliminates the first `pivots` columns of a front, whose last row is the ground. A pivot is the sum of what its node is connected to, later nodes and the
 *  ground: nothing is subtracted, so that every entry keeps its relative accuracy. [grassmann-taksar-heyman-1985] */
const eliminate = (panel: Rows, rows: number, pivots: number, first: number): void => {
  const { data, offset, stride } = panel;
  for (let from = 0; from < pivots; from += BLOCK) {
    const to = Math.min(from + BLOCK, pivots);
    const rest = { data, offset: offset + from * stride, stride };
    if (from > 0)
      subtractProducts({ ...rest, offset: rest.offset + from }, rest, rest, rows - from, to - from, from, false);
    for (let k = from; k < to; k++) {
      let sum = 0;
      for (let i = k + 1, at = offset + i * stride + k; i < rows; i++, at += stride) sum -= data[at];
      if (!(sum > 0)) floating(first + k);
      const root = Math.sqrt(sum);
      data[offset + k * stride + k] = root;
      for (let i = k + 1, row = offset + i * stride; i < rows; i++, row += stride) {
        const scaled = data[row + k] / root;
        data[row + k] = scaled;
        const end = i < to ? i : to;
        for (let j = k + 1, at = offset + j * stride + k; j < end; j++, at += stride)
          data[row + j] -= scaled * data[at];
      }
    }
  }
};

const tooLarge = (): never => {
  throw new PhysicsError("grid", {
    what: "The factor of this network would hold more than two thousand million numbers",
    expected: "some hundred thousand cells in space, some million on a plane",
    remedy: "Take fewer cells",
  });
};

/** Where the panel of each group begins: a row for each pivot, each node touched and the ground, as long as there are pivots. */
const panelsOf = ({ groups, border }: Fronts): Int32Array => {
  const begin = new Int32Array(groups.length);
  for (let g = 0; g < groups.length - 1; g++) {
    const pivots = groups[g + 1] - groups[g];
    const next = begin[g] + pivots * (pivots + border[g + 1] - border[g] + 1);
    if (next >= 2 ** 31) tooLarge();
    begin[g + 1] = next;
  }
  return begin;
};

/** Adds what the elimination of a child has left, a row for each node it touched and the ground, to the front of its parent. */
const extend = (left: Float64Array, rows: Int32Array, size: number, panel: Rows, rest: Float64Array): void => {
  const { data, offset, stride } = panel;
  const width = size - stride;
  for (let i = 1; i < rows.length; i++) {
    const from = i * (rows.length - 1);
    const [inPanel, inRest] = [offset + rows[i] * stride, (rows[i] - stride) * width - stride];
    for (let j = 0; j < i; j++) {
      const column = rows[j];
      if (column < stride) data[inPanel + column] += left[from + j];
      else rest[inRest + column] += left[from + j];
    }
  }
};

/** The panels of all groups, by the multifrontal method: groups in turn, each handing what it leaves to its parent. [duff-reid-1983] */
const panels = (fronts: Fronts, links: Sparse, ground: Float64Array, begin: Int32Array): Float64Array => {
  const { order, groups, border, touched, parent } = fronts;
  const count = groups.length - 1;
  const data = new Float64Array(begin[count]);
  const local = new Int32Array(order.length + 1);
  const waiting: number[][] = Array.from({ length: count }, () => []);
  const remainders: (Float64Array | undefined)[] = new Array(count);
  for (let g = 0; g < count; g++) {
    const [first, pivots, width] = [groups[g], groups[g + 1] - groups[g], border[g + 1] - border[g]];
    const size = pivots + width;
    const panel = { data, offset: begin[g], stride: pivots };
    for (let i = 0; i < pivots; i++) local[first + i] = i;
    for (let i = 0; i < width; i++) local[touched[border[g] + i]] = pivots + i;
    local[order.length] = size;
    for (let i = 0; i < pivots; i++) {
      data[panel.offset + size * pivots + i] = -ground[order[first + i]];
      for (let k = fronts.links.start[first + i]; k < fronts.links.start[first + i + 1]; k++)
        data[panel.offset + local[fronts.links.index[k]] * pivots + i] = -links.value[fronts.links.source[k]];
    }
    const rest = new Float64Array((width + 1) * width);
    for (const child of waiting[g]) {
      const rows = new Int32Array(border[child + 1] - border[child] + 1);
      for (let i = 0; i < rows.length - 1; i++) rows[i] = local[touched[border[child] + i]];
      rows[rows.length - 1] = size;
      extend(remainders[child]!, rows, size, panel, rest);
      remainders[child] = undefined;
    }
    eliminate(panel, size + 1, pivots, first);
    if (width === 0) continue;
    const below = { data, offset: panel.offset + pivots * pivots, stride: pivots };
    subtractProducts({ data: rest, offset: 0, stride: width }, below, below, width + 1, width, pivots, true);
    remainders[g] = rest;
    waiting[parent[g]].push(g);
  }
  return data;
};

/** L y = b in place, in the order of elimination. Four rows at a time: each number of x is then read once for four of L. */
const forward = ({ groups, border, touched }: Fronts, begin: Int32Array, L: Float64Array, x: Float64Array): void => {
  for (let g = 0; g < groups.length - 1; g++) {
    const first = groups[g];
    const pivots = groups[g + 1] - first;
    let row = begin[g];
    for (let k = 0; k < pivots; k++, row += pivots) {
      let sum = x[first + k];
      for (let j = 0; j < k; j++) sum -= L[row + j] * x[first + j];
      x[first + k] = sum / L[row + k];
    }
    const end = border[g + 1];
    let i = border[g];
    for (; i + 4 <= end; i += 4, row += 4 * pivots) {
      const second = row + pivots;
      const third = second + pivots;
      const fourth = third + pivots;
      let s0 = 0;
      let s1 = 0;
      let s2 = 0;
      let s3 = 0;
      for (let j = 0; j < pivots; j++) {
        const value = x[first + j];
        s0 += L[row + j] * value;
        s1 += L[second + j] * value;
        s2 += L[third + j] * value;
        s3 += L[fourth + j] * value;
      }
      x[touched[i]] -= s0;
      x[touched[i + 1]] -= s1;
      x[touched[i + 2]] -= s2;
      x[touched[i + 3]] -= s3;
    }
    for (; i < end; i++, row += pivots) {
      let sum = 0;
      for (let j = 0; j < pivots; j++) sum += L[row + j] * x[first + j];
      x[touched[i]] -= sum;
    }
  }
};

/** Lᵀ x = y in place, in the order of elimination, four rows at a time as well. */
const backward = ({ groups, border, touched }: Fronts, begin: Int32Array, L: Float64Array, x: Float64Array): void => {
  for (let g = groups.length - 2; g >= 0; g--) {
    const first = groups[g];
    const pivots = groups[g + 1] - first;
    const end = border[g + 1];
    let row = begin[g] + pivots * pivots;
    let i = border[g];
    for (; i + 4 <= end; i += 4, row += 4 * pivots) {
      const second = row + pivots;
      const third = second + pivots;
      const fourth = third + pivots;
      const v0 = x[touched[i]];
      const v1 = x[touched[i + 1]];
      const v2 = x[touched[i + 2]];
      const v3 = x[touched[i + 3]];
      for (let j = 0; j < pivots; j++)
        x[first + j] -= L[row + j] * v0 + L[second + j] * v1 + L[third + j] * v2 + L[fourth + j] * v3;
    }
    for (; i < end; i++, row += pivots) {
      const value = x[touched[i]];
      for (let j = 0; j < pivots; j++) x[first + j] -= L[row + j] * value;
    }
    for (let k = pivots - 1; k >= 0; k--) {
      row = begin[g] + k * pivots;
      const value = x[first + k] / L[row + k];
      x[first + k] = value;
      for (let j = 0; j < k; j++) x[first + j] -= L[row + j] * value;
    }
  }
};

/** The factor of a network with conductances `links` (symmetric, nothing on the diagonal) and `ground`. Solutions keep their relative accuracy, entry by
 *  entry, for b ≥ 0. @throws PhysicsError "grid" where a part of the network floats */
export const grounded = (fronts: Fronts, links: Sparse, ground: Float64Array): Grounded => {
  const begin = panelsOf(fronts);
  const L = panels(fronts, links, ground, begin);
  const x = new Float64Array(fronts.order.length);
  return {
    size: L.length,
    solve: (b, out) => {
      for (let i = 0; i < x.length; i++) x[i] = b[fronts.order[i]];
      forward(fronts, begin, L, x);
      backward(fronts, begin, L, x);
      for (let i = 0; i < x.length; i++) out[fronts.order[i]] = x[i];
      return out;
    },
  };
};
