/** Which rows each group of a dissection touches: the shape of the factor. */

import type { Dissection } from "./dissection.js";
import type { Sparse } from "./sparse.js";

/** Nodes are numbered by their place in the order of elimination. */
export interface Fronts extends Dissection {
  /** For each group, the later nodes that its elimination touches: number border[g] to border[g + 1] − 1 of `touched`, growing. */
  readonly border: Int32Array;
  readonly touched: Int32Array;
  /** The group that takes each group's remainder, or −1. */
  readonly parent: Int32Array;
  /** The links in the new numbers, from each node to later ones: number links[i] to links[i + 1] − 1; `source` is their number in the matrix. */
  readonly links: { readonly start: Int32Array; readonly index: Int32Array; readonly source: Int32Array };
}

/** The links of each node to later ones, in the new numbers. */
const laterLinks = ({ columns, start, index }: Sparse, order: Int32Array): Fronts["links"] => {
  const place = new Int32Array(columns);
  for (let i = 0; i < columns; i++) place[order[i]] = i;
  const begin = new Int32Array(columns + 1);
  const later = new Int32Array(start[columns]);
  const source = new Int32Array(start[columns]);
  let filled = 0;
  for (let i = 0; i < columns; i++) {
    for (let k = start[order[i]]; k < start[order[i] + 1]; k++)
      if (place[index[k]] > i) {
        later[filled] = place[index[k]];
        source[filled++] = k;
      }
    begin[i + 1] = filled;
  }
  return { start: begin, index: later.subarray(0, filled), source: source.subarray(0, filled) };
};

/** The shape of the factor of a symmetric graph under a dissection. */
export const frontsOf = (graph: Sparse, { order, groups }: Dissection): Fronts => {
  const count = groups.length - 1;
  const links = laterLinks(graph, order);
  const owner = new Int32Array(graph.columns);
  for (let g = 0; g < count; g++) owner.fill(g, groups[g], groups[g + 1]);
  const border = new Int32Array(count + 1);
  const parent = new Int32Array(count).fill(-1);
  const children: number[][] = Array.from({ length: count }, () => []);
  const seen = new Int32Array(graph.columns).fill(-1);
  let touched = new Int32Array(8 * graph.columns);
  let filled = 0;
  const touch = (row: number, g: number) => {
    if (row < groups[g + 1] || seen[row] === g) return;
    seen[row] = g;
    touched[filled++] = row;
  };
  for (let g = 0; g < count; g++) {
    if (filled + graph.columns > touched.length) {
      const longer = new Int32Array(2 * touched.length);
      longer.set(touched);
      touched = longer;
    }
    for (let k = links.start[groups[g]]; k < links.start[groups[g + 1]]; k++) touch(links.index[k], g);
    for (const child of children[g]) for (let k = border[child]; k < border[child + 1]; k++) touch(touched[k], g);
    touched.subarray(border[g], filled).sort();
    border[g + 1] = filled;
    if (filled === border[g]) continue;
    parent[g] = owner[touched[border[g]]];
    children[parent[g]].push(g);
  }
  return { order, groups, border, touched: touched.slice(0, filled), parent, links };
};
