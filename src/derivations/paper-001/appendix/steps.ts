import type { Step } from "../../../symbolic/statements/statement.js";

const step = (rule: string, parameters: Readonly<Record<string, string>> = {}): Step => ({ rule, with: parameters });

/** δ(a) = (2π)⁻¹ ∫e^{ika} dk of the δ in which a name stands; of a vector, by the hypothesis of how many directions there are. */
export const fourier = (of: string, directions?: string): Step =>
  step("Fourier representation of δ", { of, ...(directions && { directions }) });
/** ∫e^{−ax² + bx} dx = (π/a)^{1/2} e^{b²/4a}. */
export const gaussian: Step = step("Gaussian integral");
/** ∫ (∫ … dk) dΓ* = ∫ (∫ … dΓ*) dk. */
export const exchange: Step = step("exchange integrals");
/** ∫∏ₗ g(xₗ) dΓ* = ∏ₗ ∫g(x) dx. */
export const eachMomentum = (directions?: string): Step =>
  step("integrate over each momentum by itself", directions ? { directions } : {});
/** Σᵢ θᵢ gᵢ = Σ_{l=1}^M g_l. */
export const numberAtoms = (definition: string): Step =>
  step("number the atoms of the nanoparticle from 1 to M", { definition });
/** Σᵢ θᵢ gᵢ, or Σ_{l=1}^M g_l where the atoms are numbered, by its name. */
export const foldSum = (equation: string, atoms?: string): Step =>
  step("fold a sum over atoms", { equation, ...(atoms && { atoms }) });
/** ∫a b c dΓ* = ∫a dΓr* ∫b dΓ0* ∫c dΓ1*. */
export const apart = (definition: string): Step =>
  step("integrate over positions, host and nanoparticle apart", { definition });
/** ∂Δ/∂X = −∂Δ/∂X*. */
export const starOfDelta = (definition: string): Step => step("δ(X − X*) depends on X − X*", { definition });
/** ∂/∂R* = Σᵢ θᵢ ∂/∂rᵢ, and ∂/∂Φ* by it. */
export const displacement = (definition: string, scaled?: string): Step =>
  step("∂/∂X* moves the nanoparticle", { definition, ...(scaled && { scaled }) });
/** θ² = θ. */
export const zeroOrOne = (definition: string): Step => step("θ is 0 or 1", { definition });
