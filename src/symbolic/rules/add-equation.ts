import { parse } from "../notation/index.js";
import { constant, multiply } from "./index-form.js";
import { inComponents } from "./normal-form.js";
import type { Rule } from "./rule.js";

/** u = u + c (b − a) of an equation a = b and a factor c, 1 where it is not said. Asks that the equation be among the premises. */
export const addEquation: Rule = {
  name: "add an equation",
  prepare({ equation = "", times = "1" }, { equations, declarations }, fresh) {
    const given = equations.get(equation);
    if (!given) return { missing: `equation (${equation}) among the premises` };
    return {
      uses: [equation],
      whole(sum) {
        const [left, right, by] = [given.left, given.right, parse(times, declarations)].map((each) =>
          inComponents(each, declarations, fresh),
        ) as [typeof sum, typeof sum, typeof sum];
        return [...sum, ...multiply(by, [...right, ...multiply(constant(-1), left)])];
      },
    };
  },
};
