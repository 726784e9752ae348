/** Mean first-passage times by quadrature: τ(a→b) = D⁻¹ ∫ₐᵇ e^{V(y)/kT} ∫₋∞^y e^{−V(z)/kT} dz dy, both by the trapezoidal rule on one fine mesh. */
export const meanFirstPassage = (
  V: (x: number) => number,
  {
    kT,
    D,
    a,
    b,
    floor,
  }: { readonly kT: number; readonly D: number; readonly a: number; readonly b: number; readonly floor: number },
): number => {
  const n = 400_000;
  const h = (b - floor) / n;
  let inner = 0;
  let outer = 0;
  let before = Math.exp(-V(floor) / kT);
  let integrand = 0;
  for (let i = 1; i <= n; i++) {
    const y = floor + i * h;
    const weight = Math.exp(-V(y) / kT);
    inner += 0.5 * h * (before + weight);
    before = weight;
    const next = inner / weight;
    if (y > a + 0.5 * h) outer += 0.5 * h * (integrand + next);
    integrand = next;
  }
  return outer / D;
};
