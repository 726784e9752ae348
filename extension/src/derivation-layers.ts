/** Where the equations of a derivation stand in its graph: each below all that it follows from. */

import type { Step } from "../../kernel/page/derivation-form.js";

export interface Placed {
  readonly id: string;
  readonly layer: number;
  /** The place in the layer, from the left. */
  readonly place: number;
}

/** Premises that stand earlier in the column: what refers forward is no arrow, so that there are no circles. */
export const arrows = (steps: readonly Step[]): readonly (readonly [from: number, to: number])[] => {
  const index = new Map(steps.map(({ id }, k) => [id, k]));
  return steps.flatMap(({ from }, to) =>
    [...new Set(from)].flatMap((id) => {
      const k = index.get(id);
      return k !== undefined && k < to ? [[k, to] as const] : [];
    }),
  );
};

/** At most this many side by side; what else would stand there goes into rows of its own below. */
const across = 4;

export const layers = (steps: readonly Step[]): readonly Placed[] => {
  const premises = steps.map((): number[] => []);
  for (const [from, to] of arrows(steps)) premises[to]!.push(from);
  const full = new Map<number, number>();
  const placed: Placed[] = [];
  for (const [k, { id }] of steps.entries()) {
    let layer = Math.max(-1, ...premises[k]!.map((each) => placed[each]!.layer)) + 1;
    while ((full.get(layer) ?? 0) >= across) layer++;
    const place = full.get(layer) ?? 0;
    full.set(layer, place + 1);
    placed.push({ id, layer, place });
  }
  return placed;
};
