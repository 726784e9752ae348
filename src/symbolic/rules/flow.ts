import { differentiate } from "./differentiate.js";
import { type Factor, factor, multiply, type Sum, single } from "./index-form.js";
import { applied } from "./linear.js";
import type { Rule } from "./rule.js";

/** ∂/∂x e^{𝓛a} A = (∂a/∂x) 𝓛 e^{𝓛a} A + e^{𝓛a} ∂A/∂x, for a time x that 𝓛 does not contain. */
export const flowEquation: Rule = {
  name: "derivative of a flow",
  prepare: (_, { declarations }) => ({
    uses: [],
    rewrite({ name, labels, within: [body] }) {
      const flow = body?.length === 1 && body[0]!.factors.length === 1 ? body[0]!.factors[0]! : undefined;
      const isByTime = /^∂t(_|$)/u.test(name) && flow?.name.startsWith("e^") && flow.exponent.equals(1);
      if (!isByTime) return undefined;
      const by = { name: name.slice(1), labels };
      const [moved, time] = flow!.within as [Sum, Sum];
      const generator: Factor = factor(`@${flow!.name.slice(2)}`, flow!.labels, [[]]);
      const driven = applied(generator, single(flow!), declarations);
      return [
        ...multiply(differentiate(time, by, declarations), driven),
        ...applied(flow!, differentiate(moved, by, declarations), declarations),
      ];
    },
  }),
};
