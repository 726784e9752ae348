import type { Data } from "plotly.js";
import { estimate } from "../estimate/estimate.js";
import { order, type StepError } from "../estimate/order.js";
import { axes } from "./axes.js";
import type { CompareOptions } from "./compare.js";
import { type Figure, figure } from "./figure.js";
import { settings } from "./options.js";
import { colour } from "./theme.js";
import { dots, line } from "./traces.js";

/** Errors against the step, both logarithmic, with the fitted order p ± its standard error in the legend. Keys are names of methods; `x` and `y` say what
 *  stands along the axes where it is another quantity. @throws PhysicsError "parameter" */
export const convergence = (
  methods: Readonly<Record<string, readonly StepError[]>>,
  options: Omit<CompareOptions, "log"> = {},
): Figure => {
  const { x = ["step Δt", settings(options).time], y = ["|error|", "reduced units"] } = options;
  const data = Object.entries(methods).flatMap(([name, steps], i): Data[] => {
    const fit = order(steps);
    const at = steps.map(({ step }) => step);
    const errors = steps.map(({ error }) =>
      typeof error === "number" ? estimate(Math.abs(error), 0) : estimate(Math.abs(error.mean), error.error),
    );
    const fitted = at.map((step) => Math.exp(fit.intercept) * step ** fit.mean);
    return [dots(name, at, errors, colour(i)), line(`slope ${fit}`, at, fitted, colour(i), { dash: "dash" })];
  });
  return figure(data, axes({ x, y, logX: true, logY: true }, options));
};
