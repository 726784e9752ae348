const dot = (a: Float64Array, b: Float64Array): number => a.reduce((sum, x, k) => sum + x * b[k]!, 0);

/** An equation row · x = value. */
export interface LinearEquation {
  readonly row: Float64Array;
  readonly value: number;
}

/** The solution of linear equations next to a point, by orthogonal projection; undefined where they contradict each other. */
export const nearestSolution = (
  start: Float64Array,
  equations: readonly LinearEquation[],
): Float64Array | undefined => {
  const x = start.slice();
  const done: Float64Array[] = [];
  for (const { row, value } of equations) {
    const fresh = row.slice();
    for (let turn = 0; turn < 2; turn++)
      for (const u of done) {
        const c = dot(u, fresh);
        for (let k = 0; k < x.length; k++) fresh[k]! -= c * u[k]!;
      }
    const gap = value - dot(row, x);
    const size = Math.hypot(...fresh);
    if (size < 1e-9 * Math.max(1, Math.hypot(...row))) {
      if (Math.abs(gap) > 1e-9) return undefined;
      continue;
    }
    const direction = fresh.map((c) => c / size);
    for (let k = 0; k < x.length; k++) x[k]! += (gap / size) * direction[k]!;
    done.push(direction);
  }
  return x;
};
