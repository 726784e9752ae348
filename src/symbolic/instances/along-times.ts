import { number, symbol } from "../terms/build.js";
import type { Term } from "../terms/term.js";
import { affineForm } from "./functions.js";
import { definitionOf, labelOf } from "./names.js";
import type { Setting } from "./setting.js";
import { identity, substitute } from "./substitute.js";
import { mapped, type Value } from "./value.js";

/** Whether ∂/∂t acts along every time tₙ, which are functions of t: where orders are told apart. */
export const isAlongTimes = (by: Term, { system, families }: Setting): boolean =>
  system.parameter !== undefined && by.key === symbol("t").key && families.has("t");

/** A function of the times tₙ on the line tₙ(t) that their definition says. */
export const alongTimes = (of: Value, setting: Setting, evaluate: (of: Term, setting: Setting) => Value): Value => {
  const { n, times } = setting.system;
  const map = identity(n);
  for (const [label, at] of times) {
    const [, order] = /^t_(\d+)$/.exec(label) ?? [];
    if (order === undefined) continue;
    const time = symbol("t", 0, { subscript: number(Number(order)) });
    const said = definitionOf(time, labelOf(time, setting), setting);
    if (!said) continue;
    const { form, shift } = affineForm(evaluate(said.right, said.setting).parts[0]!, n);
    map.S.set(form, at * n);
    map.s[at] = shift - (label === "t_0" ? setting.moment : 0);
  }
  return mapped(of, (part) => substitute(part, map));
};
