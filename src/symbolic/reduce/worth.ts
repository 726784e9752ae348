import { PhysicsError } from "../../errors.js";
import type { Term } from "../terms/term.js";

/** The number that a scalar made of constants is worth. @throws PhysicsError "parameter" for a constant without a value */
export const worth = (of: Term, values: Readonly<Record<string, number>>): number => {
  const parts = () => of.parts.map((part) => worth(part, values));
  switch (of.head) {
    case "number":
      return of.value!.valueOf();
    case "symbol": {
      const value = values[of.name];
      if (value === undefined || !Number.isFinite(value) || value <= 0)
        throw new PhysicsError("parameter", {
          what: `${of.name} is ${value}`,
          expected: "a number above 0 for every constant of the equation",
          remedy: `Give it by its name among the constants, { constants: { "${of.name}": 1 } }`,
        });
      return value;
    }
    case "plus":
      return parts().reduce((sum, each) => sum + each, 0);
    case "times":
      return parts().reduce((product, each) => product * each, 1);
    case "power": {
      const [base, exponent] = parts();
      return base! ** exponent!;
    }
    default:
      throw new PhysicsError("parameter", {
        what: `A ${of.head} stands before a coefficient`,
        expected: "powers of constants",
        remedy: "Name the factor by `names`",
      });
  }
};
