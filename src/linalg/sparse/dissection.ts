/** An order of elimination that keeps a sparse factor small: halves first, the cells between them last. [george-1973] */

import type { Sparse } from "./sparse.js";

/** Groups of nodes that are eliminated together; each group comes before its parent. */
export interface Dissection {
  /** The nodes in the order of their elimination. */
  readonly order: Int32Array;
  /** Where each group begins in that order, and the end. */
  readonly groups: Int32Array;
}

/** Groups of this size are not divided: their factor is nearly full anyway. */
const LEAST = 8;

/** The axis along which a set of nodes is longest, and the place that halves it. */
const halving = (nodes: Int32Array, places: Int32Array, dim: number): { axis: number; cut: number } | undefined => {
  let [axis, longest, lowest] = [0, 0, 0];
  for (let a = 0; a < dim; a++) {
    let [low, high] = [places[nodes[0] * dim + a], places[nodes[0] * dim + a]];
    for (const node of nodes) {
      const place = places[node * dim + a];
      if (place < low) low = place;
      else if (place > high) high = place;
    }
    if (high - low > longest) [axis, longest, lowest] = [a, high - low, low];
  }
  if (longest < 2) return undefined;
  const counts = new Int32Array(longest + 1);
  for (const node of nodes) counts[places[node * dim + axis] - lowest]++;
  let cut = 0;
  for (let below = counts[0]; 2 * below < nodes.length; below += counts[cut]) cut++;
  return { axis, cut: lowest + Math.min(Math.max(cut, 1), longest) };
};

/** Nested dissection of a graph whose nodes lie at whole-numbered `places`, `dim` numbers each. Links of any reach are allowed. */
export const dissect = ({ columns, start, index }: Sparse, places: Int32Array, dim: number): Dissection => {
  const order = Int32Array.from({ length: columns }, (_, i) => i);
  const groups = [0];
  const side = new Int32Array(columns);
  const spare = new Int32Array(columns);
  let stamp = 0;
  const reaches = (node: number, wanted: number): boolean => {
    for (let k = start[node]; k < start[node + 1]; k++) if (side[index[k]] === wanted) return true;
    return false;
  };
  /** Writes order[from…to) as: the lower half without its rim, the upper half, the rim. Returns the two borders between them. */
  const part = (from: number, to: number, axis: number, cut: number): readonly [number, number] => {
    const upper = ++stamp;
    for (let i = from; i < to; i++) if (places[order[i] * dim + axis] >= cut) side[order[i]] = upper;
    let [low, high, rim] = [from, 0, 0];
    for (let i = from; i < to; i++) {
      const node = order[i];
      if (side[node] === upper) spare[high++] = node;
      else if (reaches(node, upper)) spare[columns - ++rim] = node;
      else order[low++] = node;
    }
    order.set(spare.subarray(0, high), low);
    order.set(spare.subarray(columns - rim, columns).toReversed(), low + high);
    return [low, low + high];
  };
  const divide = (from: number, to: number): void => {
    const halves = to - from > LEAST ? halving(order.subarray(from, to), places, dim) : undefined;
    if (!halves) {
      if (to > from) groups.push(to);
      return;
    }
    const [low, high] = part(from, to, halves.axis, halves.cut);
    divide(from, low);
    divide(low, high);
    if (to > high) groups.push(to);
  };
  divide(0, columns);
  return { order, groups: Int32Array.from(groups) };
};
