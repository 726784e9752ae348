import type { Declarations } from "../terms/declarations.js";
import type { Factor, Sum } from "./index-form.js";

const coordinates = new Set(["r", "p"]);

/** Whether something is a coordinate of Γ. */
export const isCoordinate = (name: string): boolean => coordinates.has(name);

const declaredOf = (name: string, declarations: Declarations): readonly string[] => {
  const plain = name.replace("*", "");
  const declared =
    declarations.get(plain) ??
    declarations.get(plain.replace(/_.*/, "_")) ??
    declarations.get(plain.replace(/_.*/, ""));
  if (declared?.role === "slow") return name.endsWith("*") ? ["Γ"] : [plain];
  if (name.startsWith("F_")) return ["Γr"];
  return declared ? (declared.of.length > 0 ? declared.of : [plain]) : ["Γ", plain];
};

const touches = (of: readonly string[], variable: string): boolean =>
  isCoordinate(variable)
    ? of.includes("Γ") || (variable === "r" && of.includes("Γr"))
    : of.some((name) => name === variable || (name === "t" && variable.startsWith("t_")));

/**
 * Whether a factor can change with a variable, as declared: a coordinate r, p of Γ, a time, a slow variable. What is bound by ∫dΓ*
 * does not change with Γ outside; an undeclared name, and one at other arguments than declared, may depend on everything.
 */
export const dependsOn = (of: Factor, variable: string, declarations: Declarations): boolean => {
  if (of.name === "∫Γ" && isCoordinate(variable)) return false;
  if (of.within.length > 0) return of.within.some((sum) => sumDependsOn(sum, variable, declarations));
  if (of.name.includes("(")) return true;
  if (of.name === "r_" || of.name === "p_") return of.name === `${variable}_`;
  return touches(declaredOf(of.name, declarations), variable);
};

/** Whether any factor of a sum can change with a variable. */
export const sumDependsOn = (sum: Sum, variable: string, declarations: Declarations): boolean =>
  sum.some(({ factors }) => factors.some((each) => dependsOn(each, variable, declarations)));
