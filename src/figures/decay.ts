import type { Course } from "../dynamics/ensemble/measurement.js";
import { axes } from "./axes.js";
import { type Figure, figure } from "./figure.js";
import { type FigureOptions, settings } from "./options.js";
import { colour } from "./theme.js";
import { band, line } from "./traces.js";

/** Averages over trajectories as time goes on, in bands of two standard errors, with curves of time to hold them against (dashed). */
export const decay = (
  courses: Readonly<Record<string, Course>>,
  curves: Readonly<Record<string, (t: number) => number>> = {},
  options: FigureOptions = {},
): Figure => {
  const { time, of } = settings(options);
  const entries = Object.entries(courses);
  const [[, first]] = entries;
  const measured = entries.flatMap(([name, { t, mean, error }], i) => band(name, t, mean, error, colour(i)));
  const theory = Object.entries(curves).map(([name, curve], i) =>
    line(name, first.t, first.t.map(curve), colour(entries.length + i), { dash: "dash" }),
  );
  return figure(
    [...measured, ...theory],
    axes({ x: ["time t", time], y: [`⟨${first.symbol}⟩(t)`, of(first.symbol)] }, options),
  );
};
