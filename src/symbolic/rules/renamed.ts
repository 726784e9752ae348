import { relabel, type Sum } from "./index-form.js";

/** A sum with labels of its own for what it is summed over, so that it can be multiplied with itself. */
export const renamed = (sum: Sum, fresh: () => string): Sum =>
  sum.flatMap((term) => relabel([term], new Map(term.bound.map((label) => [label, fresh()]))));
