/** What a derivation supposes and does not prove. */
export const decay = "ρ decays at infinity";
export const gibbs = "Gibbs: the long-time average under 𝓛₀ is the thermal average";
export const bounded = "ρ₁ stays bounded as t₀ → ∞";
export const kernel = "𝓛₀A₁ = 0";
export const closed = "closed in W̃ only for A₁ = 0";
export const quasi = "ρ₀ does not depend on t₀";
export const stationary = "thermal averages do not change under 𝓛₀";
