import type { Term } from "../terms/term.js";
import { definitionOf, labelOf } from "./names.js";
import type { Setting } from "./setting.js";

/** Whether an operator differentiates by t₀, as far as can be told before it acts. */
export const differentiatesTime = (operator: Term, setting: Setting): boolean => {
  const isOpen = (of: Term) => {
    const [subscript] = of.subscripts ? of.parts : [];
    return subscript !== undefined && subscript.head !== "number" && !setting.bound.has(subscript.name);
  };
  if (operator.head === "partial" || operator.head === "total") {
    const [by] = operator.parts as [Term];
    return by.name === "t" && by.subscripts === 1 && (isOpen(by) || labelOf(by, setting) === "t_0");
  }
  if (operator.head !== "symbol") return operator.parts.some((part) => differentiatesTime(part, setting));
  if (operator.sort === "function") return false;
  if (isOpen(operator)) return true;
  const definition = definitionOf(operator, labelOf(operator, setting), setting);
  return definition !== undefined && differentiatesTime(definition.right, definition.setting);
};
