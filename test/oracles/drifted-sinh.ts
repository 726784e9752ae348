/** A Brownian particle of which the path is known: with D = d(1 + x²) and a suitable potential, y = asinh(x)/√(2d) obeys dy = c dt + dW. */

import { interpretations } from "../../src/dynamics/overdamped/diffusion.js";
import { potentials } from "../../src/index.js";

export interface DriftedSinh {
  readonly kT: number;
  readonly d: number;
  readonly c: number;
  readonly interpretation: keyof typeof interpretations;
}

/** As a Stratonovich equation dx = c b dt + b∘dW, b = √(2D). The drift D F/kT + (α − ½)D′ is c b for V = −2kTc y + (α − ½) kT ln D. */
export const driftedSinh = ({ kT, d, c, interpretation }: DriftedSinh) => ({
  potential: potentials.expression("-2*kT*c*log(x + sqrt(1 + x^2))/sqrt(2*d) + beta*kT*log(1 + x^2)", {
    kT,
    c,
    d,
    beta: interpretations[interpretation] - 0.5,
  }),
  exact: (x0: number, t: number, w: number): number => Math.sinh(Math.asinh(x0) + Math.sqrt(2 * d) * (c * t + w)),
});
