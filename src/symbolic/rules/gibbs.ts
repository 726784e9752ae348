import type { Grounds } from "../statements/interpreters.js";
import { written } from "./canonical.js";
import { factor, single } from "./index-form.js";
import { applied } from "./linear.js";
import { longTimeAverage } from "./long-time.js";
import { inComponents } from "./normal-form.js";
import type { Rule } from "./rule.js";

/** The 𝓛 whose long-time averages are thermal averages, if a premise says so: lim_{t→∞} (1/t) ∫₋ₜ⁰ e^{−𝓛s} A ds = Aᵗʰ. */
const ergodic = (hypothesis: string, { equations, declarations }: Grounds, fresh: () => string): string | undefined => {
  const given = equations.get(hypothesis);
  if (given?.left.head !== "limit" || given.left.rank !== 0) return undefined;
  const [left] = inComponents(given.left, declarations, fresh);
  const found = left?.factors.length === 1 ? longTimeAverage(left.factors[0]!) : undefined;
  const average = found && single(factor("th", [], [found.body]));
  return average && written(average) === written(inComponents(given.right, declarations, fresh))
    ? found.generator
    : undefined;
};

const wanted = "lim_{t→∞} 1/t ∫_{−t}^0 e^{−L0 s} A ds = A^th among the premises";

/** lim_{t→∞} (1/t) ∫₋ₜ⁰ e^{−𝓛s} A ds = Aᵗʰ. Asks for this hypothesis. */
export const gibbs: Rule = {
  name: "Gibbs hypothesis",
  prepare({ hypothesis = "" }, from, fresh) {
    const generator = ergodic(hypothesis, from, fresh);
    if (!generator) return { missing: wanted };
    return {
      uses: [hypothesis],
      rewrite(of) {
        const found = longTimeAverage(of);
        return found?.generator === generator
          ? applied(factor("th", [], [[]]), found.body, from.declarations)
          : undefined;
      },
    };
  },
};

/** (e^{𝓛s} A)ᵗʰ = Aᵗʰ at finite s, for a long-time average does not change when its start moves. Asks for the Gibbs hypothesis. */
export const stationary: Rule = {
  name: "thermal averages do not move",
  prepare({ hypothesis = "" }, from, fresh) {
    const generator = ergodic(hypothesis, from, fresh);
    if (!generator) return { missing: wanted };
    return {
      uses: [hypothesis],
      rewrite(of) {
        const [flow, ...more] = of.name === "th" ? of.within[0]![0]!.factors : [];
        if (flow?.name !== `e^${generator}` || more.length > 0 || !flow.exponent.equals(1)) return undefined;
        return applied(of, flow.within[0]!, from.declarations);
      },
    };
  },
};
