import type { Spectrum } from "../operators/spectrum.js";
import { axes } from "./axes.js";
import { type Eigenvalues, eigenvalues } from "./eigenvalues.js";
import { type Figure, figure } from "./figure.js";
import { type FigureOptions, settings } from "./options.js";
import { colour } from "./theme.js";
import { line } from "./traces.js";

const digit = (k: number): string => [...String(k)].map((d) => "₀₁₂₃₄₅₆₇₈₉"[Number(d)]).join("");

const modes = (of: Spectrum, options: FigureOptions): Figure => {
  const { length } = settings(options);
  const data = of.modes.map((mode, k) =>
    line(`λ${digit(k)} = ${Number(of.rates[k].toPrecision(4))}`, of.grid.points, mode, colour(k), {
      width: k === 1 ? 3 : 2,
    }),
  );
  const layout = axes({ x: ["x", length], y: ["eigenfunction ψₖ(x), ⟨ψₖ²⟩ = 1", "dimensionless"] }, options);
  return figure(data, { ...layout, yaxis: { ...layout.yaxis, range: [-2.6, 2.6] } });
};

/** The slow eigenfunctions ψₖ(x), each with its rate in the legend, in a range where some ψₖ is not yet large, as they grow without end outwards. Off a line, or
 *  where eigenvalues are complex, the eigenvalues alone. */
export const spectrum = (of: Spectrum | Eigenvalues, options: FigureOptions = {}): Figure =>
  "modes" in of && of.grid.dim === 1 ? modes(of, options) : eigenvalues(of, options);
