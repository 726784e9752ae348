import type { Stream } from "../../random/stream.js";

/** Where the largest entry of the rows from `step` on stands, in columns that have no pivot yet. */
const largest = (rows: readonly Float64Array[], step: number, taken: ReadonlySet<number>) => {
  let best = { row: step, column: -1, size: 0 };
  for (let row = step; row < rows.length; row++)
    for (const [column, value] of rows[row]!.entries())
      if (!taken.has(column) && Math.abs(value) > best.size) best = { row, column, size: Math.abs(value) };
  return best;
};

/**
 * A random solution w of Σ wₖ columnₖ = 0, by elimination with complete pivoting; what is smaller than 1e-9 of the largest entry
 * counts as 0.
 */
export const nullspace = (columns: readonly (readonly number[])[], rng: Stream): Float64Array => {
  const rows = columns[0]!.map((_, i) => Float64Array.from(columns, (column) => column[i]!));
  const taken = new Map<number, number>();
  const pivots = new Set<number>();
  let scale = 0;
  for (let step = 0; step < Math.min(rows.length, columns.length); step++) {
    const { row, column, size } = largest(rows, step, pivots);
    scale = Math.max(scale, size);
    if (size <= 1e-9 * scale) break;
    [rows[step], rows[row]] = [rows[row]!, rows[step]!];
    pivots.add(column);
    taken.set(column, step);
    const pivot = rows[step]!;
    for (const [k, other] of rows.entries()) {
      if (k === step) continue;
      const factor = other[column]! / pivot[column]!;
      if (factor !== 0) for (let c = 0; c < other.length; c++) other[c]! -= factor * pivot[c]!;
    }
  }
  const weights = Float64Array.from(columns, () => 2 * rng.uniform() - 1);
  for (const [column, step] of taken) {
    const pivot = rows[step]!;
    let sum = 0;
    for (let c = 0; c < weights.length; c++) if (!pivots.has(c)) sum += pivot[c]! * weights[c]!;
    weights[column] = -sum / pivot[column]!;
  }
  return weights;
};
