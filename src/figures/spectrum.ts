import type { Spectrum } from "../operators/spectrum.js";
import { axes } from "./axes.js";
import { type Figure, figure } from "./figure.js";
import { type FigureOptions, settings } from "./options.js";
import { colour } from "./theme.js";
import { line } from "./traces.js";

const digit = (k: number): string => [...String(k)].map((d) => "₀₁₂₃₄₅₆₇₈₉"[Number(d)]).join("");

/** The slow eigenfunctions ψₖ(x), each with its rate in the legend. The range is where some ψₖ is not yet large, as they grow without end outwards. */
export const spectrum = (of: Spectrum, options: FigureOptions = {}): Figure => {
  const { length } = settings(options);
  const data = of.modes.map((mode, k) =>
    line(`λ${digit(k)} = ${Number(of.rates[k].toPrecision(4))}`, of.grid.points, mode, colour(k), {
      width: k === 1 ? 3 : 2,
    }),
  );
  const layout = axes({ x: ["x", length], y: ["eigenfunction ψₖ(x), ⟨ψₖ²⟩ = 1", "dimensionless"] }, options);
  return figure(data, { ...layout, yaxis: { ...layout.yaxis, range: [-2.6, 2.6] } });
};
