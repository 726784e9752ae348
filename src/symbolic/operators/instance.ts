import type { Stream } from "../../random/stream.js";
import { labelOf } from "../notation/names.js";
import type { Term } from "../terms/term.js";
import { positions } from "../terms/walk.js";
import { type Instance, matrixOf } from "./matrices.js";

const SIZE = 4;

const freeNames = (of: readonly Term[], sort: Term["sort"]): readonly string[] => {
  const all = of.flatMap((term) => [...positions(term)].map(([, part]) => part));
  const bound = new Set(all.filter(({ head }) => head === "integral").map(({ name }) => name));
  const free = all.filter((part) => part.head === "symbol" && part.sort === sort && !["π", "∞"].includes(part.name));
  return [...new Set(free.map(labelOf))].filter((label) => !bound.has(label)).sort();
};

/** Random 4 × 4 matrices with normal entries of variance 1/4 for every operator that some terms hold, and numbers in [0.3, 1) for every scalar. */
export const drawn = (of: readonly Term[], rng: Stream): Instance => ({
  n: SIZE,
  matrices: new Map(
    freeNames(of, "operator").map((label) => [
      label,
      Float64Array.from({ length: SIZE ** 2 }, () => rng.normal() / Math.sqrt(SIZE)),
    ]),
  ),
  numbers: new Map(freeNames(of, "function").map((label) => [label, 0.3 + 0.7 * rng.uniform()])),
});

const norm = (of: Float64Array): number => Math.sqrt(of.reduce((sum, value) => sum + value * value, 0));

/** ‖A − B‖, and that over the larger of ‖A‖ and ‖B‖ (Frobenius' norms). */
export const distance = (a: Term, b: Term, at: Instance): { readonly absolute: number; readonly relative: number } => {
  const [left, right] = [matrixOf(a, at), matrixOf(b, at)];
  const absolute = norm(left.map((value, i) => value - right[i]));
  const size = Math.max(norm(left), norm(right));
  return { absolute, relative: size === 0 ? absolute : absolute / size };
};
