import type { Declarations } from "../terms/declarations.js";
import type { Factor, Sum } from "./index-form.js";
import { isPrime } from "./roots.js";

const coordinates = new Set(["r", "p", "x"]);

/** Whether something is a coordinate of Γ. */
export const isCoordinate = (name: string): boolean => coordinates.has(name);

const find = (name: string, declarations: Declarations) =>
  declarations.get(name) ?? declarations.get(name.replace(/_.*/u, "_")) ?? declarations.get(name.replace(/_.*/u, ""));

/** What a name depends on, as declared; an undeclared name may depend on everything. */
const declaredOf = (name: string, declarations: Declarations): readonly string[] | undefined => {
  const plain = name.replace("*", "");
  const declared = find(plain, declarations);
  if (declared?.role === "slow") return name.endsWith("*") ? ["Γ"] : [plain];
  if (name.startsWith("F_")) return ["Γr"];
  return declared && (declared.of.length > 0 ? declared.of : [plain]);
};

/** Whether a time is t and the other a tₙ, which is a function of it. */
const isTimeOf = (time: string, scaled: string): boolean => time === "t" && scaled.startsWith("t_");

const touches = (of: readonly string[], variable: string): boolean =>
  isCoordinate(variable)
    ? of.includes("Γ") || (variable === "r" && of.includes("Γr")) || (variable === "x" && of.includes("Γx"))
    : of.some((name) => name === variable || isTimeOf(name, variable) || isTimeOf(variable, name));

const bodyDependsOn = (of: Factor, variable: string, declarations: Declarations): boolean =>
  of.within.some((sum) => sumDependsOn(sum, variable, declarations));

/**
 * Whether a factor can change with a variable, as declared: a coordinate r, p of Γ, a time, a slow variable; with X* whatever
 * changes with Γ; with t each tₙ. What is bound by ∫dΓ* and by …ᵗʰ does not change with Γ outside, …ᵗʰ changes with every slow
 * variable, and what an operator makes may change with Γ.
 */
export const dependsOn = (of: Factor, variable: string, declarations: Declarations): boolean => {
  const { name, within } = of;
  if (isPrime(of) || ["•", "#", "𝟏", "=0", "π", "i", "∞"].includes(name)) return false;
  const bindsPhase = name === "th" || name.startsWith("∫Γ");
  if (bindsPhase && isCoordinate(variable)) return false;
  if (name === "th" && declarations.get(variable)?.role === "slow") return true;
  if (name === `lim ${variable}`) return false;
  if (variable.endsWith("*")) return name === variable || ["r", "p"].some((each) => dependsOn(of, each, declarations));
  if (name === `|${variable}`) return sumDependsOn(within[1]!, variable, declarations);
  if (/^(@|e\^)/u.test(name) && isCoordinate(variable)) return true;
  if (within.length > 0) return bodyDependsOn(of, variable, declarations);
  if (name === "r_" || name === "p_" || name === `${variable}_`) return name === `${variable}_`;
  if (find(name, declarations)?.except?.includes(variable)) return false;
  const declared = declaredOf(name, declarations);
  return declared === undefined || touches(declared, variable);
};

/** Whether any factor of a sum can change with a variable. */
export const sumDependsOn = (sum: Sum, variable: string, declarations: Declarations): boolean =>
  sum.some(({ factors }) => factors.some((each) => dependsOn(each, variable, declarations)));

/** Whether a factor is a number of the system: it changes with nothing. */
export const isConstant = (of: Factor, declarations: Declarations): boolean => {
  if (of.name === "=0") return true;
  if (of.within.length > 0)
    return /^(\^|exp|ln|∏|∈)$/u.test(of.name) && of.within.every((sum) => isConstantSum(sum, declarations));
  if (isPrime(of) || ["#", "𝟏", "π", "i", "∞"].includes(of.name)) return true;
  const role = find(of.name, declarations)?.role;
  return role === "constant" || (role === "atom" && !/^[rpFx]_/u.test(of.name));
};

const isConstantSum = (sum: Sum, declarations: Declarations): boolean =>
  sum.every(({ factors }) => factors.every((each) => isConstant(each, declarations)));
