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
/** ∂/∂z g(Γ, X*) along Γ and through X*. */
export const chainRule = (hypothesis: string): Step => step("chain rule at constant X", { hypothesis });
/** ∂/∂t by ∂/∂t₀, ∂/∂t₁, …. */
export const slowTimes = (definition: string): Step => step("chain rule in the times", { definition });
/** What an equation says in an order of ε, once series are inserted in it: added to the left side. */
export const order = (order: string, equation: string, ...series: readonly string[]): Step => ({
  ...step("collect the order of an equation", { equation, order, series: series.join(" ") }),
  on: "left",
});
/** Σ_{a=0}^∞ x_a = x₀ + Σ_{a=1}^∞ x_a. */
export const firstTerm: Step = { ...step("split off the first term"), on: "left" };
/** 𝓛₂, 𝓛₃, … left out. */
export const noHigherOperators = (definition: string): Step => step("𝓛ₙ = 0 for n > 1", { definition });
/** ∫Δ g(X*) dΓ* = ∫Δ g(X) dΓ*. */
export const sift = (definition: string): Step => step("Δ sets X* to X", { definition });
/** ∂Δ/∂X = −Σᵢ θᵢ ∂Δ/∂rᵢ, by the definitions of Δ, X*, m and θ. */
export const translation = (definition: string, centre: string, mass: string, members: string): Step =>
  step("Δ moves with the nanoparticle", { definition, centre, mass, members });
/** ∫g dΓ* = 0 of a g that is odd in the momenta and decays. */
export const oddInMomentum = (hypothesis: string): Step => step("odd in momentum", { hypothesis });
/** ∫₋ₐᵃ g dx = 0 of an odd g. */
export const oddOverInterval: Step = step("odd over a symmetric interval");
/** ∫ … ds outermost. */
export const exchange: Step = step("exchange with ∫ds");
/** ∂/∂x ∫ₐᵇ g ds with what the ends contribute. */
export const leibniz: Step = step("Leibniz");
/** s = x − c in an integral over x up to c. */
export const changeVariable = (by: string): Step => step("change variable", { by });
/** ∂/∂t e^{𝓛t}A = 𝓛e^{𝓛t}A. */
export const flowEquation: Step = step("derivative of a flow");
/** Functions of H and of slow variables before 𝓛 and e^{𝓛t}, by the definition of 𝓛 and 𝓛H = 0. */
export const functionsOfH = (definition: string, equation: string): Step =>
  step("𝓛 annihilates functions of H and X", { definition, equation });
/** e^{𝓛t}A = A by 𝓛A = 0. */
export const stays = (equation: string): Step => step("what 𝓛 annihilates does not move", { equation });
/** Long-time averages are thermal averages. */
export const gibbs = (hypothesis: string): Step => step("Gibbs hypothesis", { hypothesis });
/** (e^{𝓛s}A)ᵗʰ = Aᵗʰ. */
export const stationary = (hypothesis: string): Step => step("thermal averages do not move", { hypothesis });
/** lim x⁻ⁿ = 0. */
export const vanishes: Step = step("vanishes in the limit");
/** u + c (b − a) for u, by an equation a = b. */
export const addEquation = (equation: string, times = "1"): Step => step("add an equation", { equation, times });

/** Steps on the left side alone. */
export const onLeft = (...steps: readonly (Step | readonly Step[])[]): readonly Step[] =>
  steps.flat().map((each) => ({ ...each, on: "left" }));
/** Steps on the right side alone. */
export const onRight = (...steps: readonly (Step | readonly Step[])[]): readonly Step[] =>
  steps.flat().map((each) => ({ ...each, on: "right" }));
/** Steps one after another. */
export const script = (...parts: readonly (Step | readonly Step[])[]): readonly Step[] => parts.flat();
