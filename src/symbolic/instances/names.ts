import { PhysicsError } from "../../errors.js";
import type { Term } from "../terms/term.js";
import { beyond } from "./beyond.js";
import type { Setting } from "./setting.js";

/** The setting within which a name is bound to a number. */
export const binding = (setting: Setting, name: string, value: number): Setting => ({
  ...setting,
  bound: new Map([...setting.bound, [name, value]]),
});

/** An integer subscript or end: n − i. */
export const integer = (of: Term, { bound, system }: Setting): number => {
  const go = (t: Term): number => {
    switch (t.head) {
      case "number":
        return t.value!.valueOf();
      case "symbol":
        return t.name === "∞"
          ? 3
          : (bound.get(t.name) ?? system.constants.get(t.name) ?? beyond(`The subscript ${t.name}`));
      case "plus":
        return t.parts.reduce((sum, part) => sum + go(part), 0);
      case "times":
        return t.parts.reduce((product, part) => product * go(part), 1);
      default:
        return beyond("A subscript");
    }
  };
  return go(of);
};

/** The name with its subscript as it is looked up: ρ_0, t_1, A_1; of atoms mᵢ the bare name. */
export const labelOf = (of: Term, setting: Setting): string => {
  if (!of.subscripts) return of.name;
  const [subscript] = of.parts;
  const bare =
    subscript!.head === "symbol" && !setting.bound.has(subscript!.name)
      ? subscript!.name
      : integer(subscript!, setting);
  return `${of.name}_${bare}`;
};

/** The setting within which the definition of a name is unfolded. @throws PhysicsError "expression" where it holds the name itself */
export const unfolding = (setting: Setting, label: string): Setting => {
  if (!setting.open.has(label)) return { ...setting, open: new Set([...setting.open, label]) };
  throw new PhysicsError("expression", {
    what: `The definition of ${label} holds ${label}`,
    expected: "a definition by other names",
    remedy: "Define it by what does not rest on it",
  });
};

/** What a name, or a family of names with a subscript, is said to be, and where. */
export const definitionOf = (
  of: Term,
  label: string,
  setting: Setting,
): { readonly right: Term; readonly setting: Setting } | undefined => {
  const own = setting.definitions.get(label);
  if (own) return { right: own, setting };
  const family = of.subscripts ? setting.families.get(of.name) : undefined;
  if (!family) return undefined;
  const value = integer(of.parts[0]!, setting);
  return { right: family.right, setting: binding(setting, family.index, value) };
};
