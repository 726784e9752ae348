import type { Step } from "../../symbolic/statements/statement.js";

const step = (rule: string, parameters: Readonly<Record<string, string>> = {}): Step => ({ rule, with: parameters });

/** Names by what the definitions of these numbers say, one after another. */
export const unfold = (...equations: readonly string[]): readonly Step[] =>
  equations.map((equation) => step("unfold", { equation }));
/** What a definition says by its name. */
export const fold = (equation: string): Step => step("fold", { equation });
/** The left sides of equations by their right sides. */
export const substitute = (...equations: readonly string[]): readonly Step[] =>
  equations.map((equation) => step("substitute", { equation }));
/** ∂/∂x ∫ … dΓ* = ∫ ∂/∂x … dΓ*. */
export const underTheIntegral = (hypothesis: string): Step => step("differentiate under the integral", { hypothesis });
/** ∫g ∂h/∂z dΓ* = −∫h ∂g/∂z dΓ*. */
export const byParts = (of: string, hypothesis: string): Step => step("integrate by parts over Γ", { of, hypothesis });
/** ∂Δ/∂z = −∂X* /∂z · ∂Δ/∂X. */
export const throughDelta = (definition: string): Step => step("chain rule on δ(X − X*)", { definition });

/** Steps one after another. */
export const script = (...parts: readonly (Step | readonly Step[])[]): readonly Step[] => parts.flat();
