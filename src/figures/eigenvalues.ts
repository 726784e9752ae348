import type { Data } from "plotly.js";
import { axes } from "./axes.js";
import { type Figure, figure } from "./figure.js";
import { type FigureOptions, settings } from "./options.js";
import { colour } from "./theme.js";

/** Eigenvalues −(rate + i frequency) of a generator; without frequencies they are real. */
export interface Eigenvalues {
  readonly rates: Float64Array;
  readonly frequencies?: Float64Array;
}

const points = (x: ArrayLike<number>, y: ArrayLike<number>, text: string[]): Data => ({
  type: "scatter",
  mode: "markers",
  name: "eigenvalues",
  x: Array.from(x),
  y: Array.from(y),
  text,
  marker: { color: colour(0), size: 10, symbol: "circle-open", line: { width: 2 } },
});

/** Complex eigenvalues as points of the plane, rate to the right and frequency up; real ones as a ladder over their number. */
export const eigenvalues = ({ rates, frequencies }: Eigenvalues, options: FigureOptions): Figure => {
  const { perTime } = settings(options);
  const names = Array.from(rates, (rate, k) => `λ${k} = ${rate.toPrecision(6)}`);
  if (frequencies)
    return figure(
      [points(rates, frequencies, names)],
      axes({ x: ["decay rate Re λ", perTime], y: ["frequency Im λ", perTime] }, options),
    );
  const layout = axes({ x: ["number of the mode k", "1"], y: ["decay rate λₖ", perTime] }, options);
  return figure(
    [
      points(
        rates.map((_, k) => k),
        rates,
        names,
      ),
    ],
    {
      ...layout,
      xaxis: { ...layout.xaxis, dtick: 1 },
      yaxis: { ...layout.yaxis, rangemode: "tozero" },
    },
  );
};
