/** Mean and variance (divided by n, not n − 1) of numbers. */
export const moments = (series: ArrayLike<number>): { readonly mean: number; readonly variance: number } => {
  let mean = 0;
  let squares = 0;
  for (let i = 0; i < series.length; i++) {
    const difference = series[i] - mean;
    mean += difference / (i + 1);
    squares += difference * (series[i] - mean);
  }
  return { mean, variance: squares / series.length };
};
