/** Samples that lie together on a fine lattice as one, at their mean and with the sum of what they are worth: biases depend on nothing else. */
export const grouped = (samples: readonly Float64Array[], worth: readonly number[], width: number) => {
  const cells = new Map<number, { sum: number; weight: number }>();
  for (const [k, part] of samples.entries())
    for (const x of part) {
      const cell = cells.get(Math.floor(x / width)) ?? { sum: 0, weight: 0 };
      cell.sum += worth[k] * x;
      cell.weight += worth[k];
      cells.set(Math.floor(x / width), cell);
    }
  const sorted = [...cells.entries()].sort(([a], [b]) => a - b).map(([, cell]) => cell);
  return {
    xi: Float64Array.from(sorted, ({ sum, weight }) => sum / weight),
    weights: Float64Array.from(sorted, ({ weight }) => weight),
  };
};
