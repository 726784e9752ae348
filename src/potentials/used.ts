import { PhysicsError } from "../errors.js";

/** Refuses parameters that do nothing, a slip of the pen or a term that was forgotten, and those that are also variables. @throws PhysicsError "expression" */
export const checkUsed = (
  text: string,
  free: readonly string[],
  parameters: object,
  variables: readonly string[] = [],
): void => {
  for (const name of Object.keys(parameters)) {
    const twice = variables.includes(name);
    if (free.includes(name) && !twice) continue;
    throw new PhysicsError("expression", {
      what: `The parameter "${name}" ${twice ? "is also a variable" : `does not occur in "${text}"`}`,
      expected: twice
        ? "a name for one of the two"
        : `values for names in the formula, which are ${free.join(", ") || "none"}`,
      remedy: twice ? "Take it out of the one or the other" : "Correct the name, or take it out",
    });
  }
};
