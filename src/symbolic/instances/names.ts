import { PhysicsError } from "../../errors.js";
import type { Term } from "../terms/term.js";
import { beyond } from "./beyond.js";
import { orders } from "./orders.js";
import type { Setting } from "./setting.js";

/** The setting within which a name is bound to a number. */
export const binding = (setting: Setting, name: string, value: number): Setting => ({
  ...setting,
  bound: new Map([...setting.bound, [name, value]]),
});

const noIndex = (what: string): never => {
  throw new PhysicsError("expression", {
    what: `The subscript ${what} is no whole number`,
    expected: "sums and products of whole numbers and of indices",
    remedy: "Look whether the factor belongs there",
  });
};

/** An integer subscript or end: n − i. @throws PhysicsError "expression" where it is none */
export const integer = (of: Term, { bound, system }: Setting): number => {
  const known = (name: string) => (name === "∞" ? orders : (bound.get(name) ?? system.constants.get(name)));
  const go = (t: Term): number => {
    switch (t.head) {
      case "number":
        return t.value!.valueOf();
      case "symbol":
        return known(t.name) ?? noIndex(t.name);
      case "plus":
        return t.parts.reduce((sum, part) => sum + go(part), 0);
      case "times":
        return t.parts.reduce((product, part) => product * go(part), 1);
      default:
        return noIndex(`with a ${t.head}`);
    }
  };
  if (of.head === "symbol") return known(of.name) ?? beyond(`The subscript ${of.name}`);
  const value = go(of);
  return Math.abs(value - Math.round(value)) < 1e-9 ? Math.round(value) : noIndex(String(value));
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
