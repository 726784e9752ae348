/** The p-quantile of some numbers, interpolated between neighbours; undefined when there are none. */
export const quantile = (numbers: readonly number[], p: number): number | undefined => {
  if (numbers.length === 0) return undefined;
  const sorted = [...numbers].sort((a, b) => a - b);
  const at = p * (sorted.length - 1);
  const [below, above] = [sorted[Math.floor(at)]!, sorted[Math.ceil(at)]!];
  return below + (at - Math.floor(at)) * (above - below);
};

export const median = (numbers: readonly number[]): number | undefined => quantile(numbers, 0.5);
