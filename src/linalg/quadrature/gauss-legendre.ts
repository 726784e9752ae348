/** Nodes and weights on [−1, 1] of the n-point rule, exact for polynomials of degree 2n − 1. */
export interface Rule {
  readonly nodes: Float64Array;
  readonly weights: Float64Array;
}

/** Pₙ(x) and its derivative, by the three-term recurrence. */
const legendre = (n: number, x: number): readonly [number, number] => {
  let before = 1;
  let now = x;
  for (let k = 2; k <= n; k++) [before, now] = [now, ((2 * k - 1) * x * now - (k - 1) * before) / k];
  return [now, (n * (x * now - before)) / (x * x - 1)];
};

/** The Gauss–Legendre rule: nodes are the roots of Pₙ, found by Newton's method; weights 2/((1 − x²) Pₙ′(x)²). */
export const gaussLegendre = (n: number): Rule => {
  const nodes = new Float64Array(n);
  const weights = new Float64Array(n);
  for (let i = 0; i < n; i++) {
    let x = -Math.cos((Math.PI * (i + 0.75)) / (n + 0.5));
    for (let step = 0; step < 8; step++) {
      const [value, slope] = legendre(n, x);
      x -= value / slope;
    }
    const slope = legendre(n, x)[1];
    nodes[i] = x;
    weights[i] = 2 / ((1 - x * x) * slope * slope);
  }
  return { nodes, weights };
};
