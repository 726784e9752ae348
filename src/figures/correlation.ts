import type { Data, Layout } from "plotly.js";
import type { Correlation, GreenKubo } from "../estimate/correlation.js";
import { type Figure, figure } from "./figure.js";
import { type FigureOptions, settings } from "./options.js";
import { colour, faint, label } from "./theme.js";
import { band, line } from "./traces.js";

const onPanel = (trace: Data, panel: string): Data => ({ ...trace, xaxis: `x${panel}`, yaxis: `y${panel}` }) as Data;

/** The value read at the plateau, from where it was read to the last time, in its band of two standard errors. */
const plateauOf = ({ mean, error, window, correlation: { t } }: GreenKubo, text: string): Data[] => {
  const [from, to] = [window, t[t.length - 1]];
  const corners = [mean - 2 * error, mean - 2 * error, mean + 2 * error, mean + 2 * error];
  return [
    {
      type: "scatter",
      mode: "lines",
      x: [from, to, to, from],
      y: corners,
      fill: "toself",
      fillcolor: faint(colour(1), 0.25),
      line: { width: 0, color: colour(1) },
      hoverinfo: "skip",
      showlegend: false,
    },
    line(`plateau ${text}, read at t = ${Number(window.toPrecision(3))}`, [from, to], [mean, mean], colour(1)),
  ];
};

/** C(t) above, its running integral ∫₀ᵗ C dt′ below, both in bands of two standard errors, with the plateau of a Green–Kubo integral. `curves` are
 *  functions of time to hold C(t) against (dashed). */
export const correlation = (
  of: Correlation | GreenKubo,
  curves: Readonly<Record<string, (t: number) => number>> = {},
  options: FigureOptions = {},
): Figure => {
  const found = "correlation" in of ? of.correlation : of;
  const { t, mean, error, integral, symbol } = found;
  const { time, heading } = settings(options);
  const plateau = "correlation" in of ? plateauOf(of, String(of)) : [];
  const theory = Object.entries(curves).map(([name, curve], i) =>
    line(name, t, t.map(curve), colour(2 + i), { dash: "dash" }),
  );
  const below = [...band("∫₀ᵗ C dt′", t, integral.mean, integral.error, colour(5)), ...plateau];
  return figure([...band("C(t)", t, mean, error, colour(0)), ...theory, ...below.map((trace) => onPanel(trace, "2"))], {
    ...heading,
    height: 580,
    xaxis: { anchor: "y", range: [0, t[t.length - 1]] },
    yaxis: { ...label(`⟨${symbol}(t)⟩`, "reduced units"), domain: [0.56, 1] },
    xaxis2: { ...label("time t", time), anchor: "y2", matches: "x" },
    yaxis2: { ...label("∫₀ᵗ C dt′", "reduced units"), domain: [0, 0.44], anchor: "x2" },
  } as Partial<Layout>);
};
