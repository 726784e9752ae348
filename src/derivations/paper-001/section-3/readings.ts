/** What the print leaves open in more than one place of Section 3 and the appendix, and how it is read. */
export const dots = "A product of two vectors stands without its dot; the ranks leave no other reading.";
export const shortened =
  "ρ(Γ*, t) and ρ(Γ*, t, Φ, Π) are one function; its arguments are left out where the print shortens them.";
export const sifted = "Slow variables beside Δ stand at their starred values, where Δ makes them Φ and Π.";

/** The ensemble at given Φ and Π: what f, H, Δ, ρ̂, Q and Aᵗʰ unfold to. */
export const ensemble = ["31", "32", "33", "33.a", "35", "35.a", "35.b", "39", "44.c", "45.a", "46", "47"];
/** The ensemble, and the Gibbs hypothesis on it. */
export const gibbs = ["48", ...ensemble];
