import { parse } from "../notation/index.js";
import { written } from "./canonical.js";
import { components } from "./components.js";
import { constant, factor, multiply, type Sum, single } from "./index-form.js";
import { applied } from "./linear.js";
import { replaceVariable } from "./replace-variable.js";
import type { Rule } from "./rule.js";

const minus = (sum: Sum): Sum => multiply(constant(-1), sum);

/** ∫ₐᵇ g(x) dx = ∫ g(s + c) ds from a − c to b − c, for s = x − c: `to` names the old variable, as in s = t' − c. Asks that c be no function of x. */
export const changeVariable: Rule = {
  name: "change variable",
  prepare({ by = "" }, { declarations }, fresh) {
    const shift = components(parse(by, declarations), {
      declarations,
      indices: new Map(),
      variables: new Map(),
      fresh,
    })([]);
    return {
      uses: [],
      rewrite(of) {
        const [body, from, to] = of.within as [Sum, Sum, Sum];
        if (of.name !== "∫" || written(to) !== written(shift)) return undefined;
        const label = fresh();
        const old = [...single(factor("•", [label])), ...shift];
        const head = { ...factor("∫", [label], [[], [...from, ...minus(shift)], [...to, ...minus(shift)]]) };
        return applied(head, replaceVariable(body, of.labels[0]!, old, declarations), declarations);
      },
    };
  },
};
