import Fraction from "fraction.js";
import { written } from "./canonical.js";
import { constant, type Factor, factor, multiply, type Sum, single } from "./index-form.js";

const isOnly = (sum: Sum, name: string): boolean =>
  sum.length === 1 &&
  sum[0]!.factors.length === 1 &&
  sum[0]!.factors[0]!.name === name &&
  sum[0]!.coefficient.equals(1);

/** What flows in lim_{t→∞} (1/t) ∫₋ₜ⁰ e^{−𝓛s} A ds, and by which 𝓛; undefined of anything else. */
export const longTimeAverage = (of: Factor): { readonly generator: string; readonly body: Sum } | undefined => {
  const variable = of.name.startsWith("lim ") ? of.name.slice(4) : undefined;
  const [inside, target] = of.within;
  if (!variable || inside!.length !== 1 || !isOnly(target!, "∞")) return undefined;
  const time = single(factor(variable));
  const inverse = single({ ...factor(variable), exponent: new Fraction(-1) });
  const [integral] = inside![0]!.factors.filter(({ name }) => name === "∫");
  const [flow, ...beside] = integral?.within[0]?.[0]?.factors ?? [];
  if (!integral || !flow?.name.startsWith("e^") || beside.length > 0) return undefined;
  const label = integral.labels[0]!;
  const minus = (sum: Sum) => multiply(constant(-1), sum);
  const whole = single({
    ...integral,
    within: [single({ ...flow, within: [flow.within[0]!, minus(single(factor("•", [label])))] }), minus(time), []],
  });
  const wanted = multiply(inverse, whole);
  return written(wanted) === written(inside!) ? { generator: flow.name.slice(2), body: flow.within[0]! } : undefined;
};
