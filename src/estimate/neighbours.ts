/** How strongly neighbouring batches of the same trajectory are correlated: Σ (aᵢ − ā)(aᵢ₊₁ − ā)/Σ (aᵢ − ā)², scaled to the number of pairs.
 *  `means` holds `batches` numbers of one trajectory after the other; pairs across trajectories are left out. */
export const neighbourCorrelation = (
  means: ArrayLike<number>,
  batches: number,
): { readonly r: number; readonly pairs: number } => {
  const n = means.length;
  const centre = Array.from(means).reduce((sum, value) => sum + value, 0) / n;
  let products = 0;
  let squares = 0;
  let pairs = 0;
  for (let i = 0; i < n; i++) {
    squares += (means[i] - centre) ** 2;
    if ((i + 1) % batches === 0) continue;
    products += (means[i] - centre) * (means[i + 1] - centre);
    pairs++;
  }
  return { r: squares > 0 && pairs > 0 ? (products / pairs) * (n / squares) : 0, pairs };
};
