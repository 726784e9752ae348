import type { Declarations } from "../terms/declarations.js";
import { constant, type Factor, type Sum, single } from "./index-form.js";
import { rewritten } from "./rule.js";

/** A sum with indices set to numbers: ρₐ becomes ρ₂, and εᵃ becomes ε². */
export const atIndex = (of: Sum, values: ReadonlyMap<string, number>, declarations: Declarations): Sum => {
  const set = (each: Factor): Sum | undefined => {
    const value = each.labels.map((label) => values.get(label)).find((one) => one !== undefined);
    if (value === undefined) return undefined;
    if (each.name === "#") return constant(value);
    const labels = each.labels.filter((label) => !values.has(label));
    return single({ ...each, name: `${each.name.replace(/_$/u, "")}_${value}`, labels });
  };
  const free = of.map((monomial) => ({ ...monomial, bound: monomial.bound.filter((label) => !values.has(label)) }));
  return rewritten(free, set, declarations);
};
