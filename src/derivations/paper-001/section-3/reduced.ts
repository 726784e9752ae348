import type { Statement } from "../../../symbolic/statements/statement.js";
import * as by from "../steps.js";
import { ensemble, gibbs, shortened, sifted } from "./readings.js";

const phases = ["35", "35.a", "35.b"];
const A1 = "∫ Δ A_1(Γ*, Φ*, Π*, t) dΓ*";
const wandering = "∫_{−t_0}^0 e^{−L0 s} (f − f^th) ds";
const inserted = `∫ Δ [A_1 − ρ̂ (∂W/∂Π + β Π*/m̂ W) · ${wandering}] dΓ*`;
const parted = `${A1} − ∫ Δ ρ̂ (∂W/∂Π + β Π*/m̂ W) · ${wandering} dΓ*`;
const sorted = (W: string) => `${A1} − [∫ Δ ρ̂ ${wandering} dΓ*] · (∂W/∂Π + β Π/m̂ ${W})`;
const averaged = `${A1} − ∫_{−t_0}^0 (f(s) − f^th)^th ds · (∂W/∂Π + β Π/m̂ W)`;

/** W̃₀ = W, the chain after (54). */
const zeroth: readonly Statement[] = [
  {
    id: "54.a",
    kind: "identity",
    printed: "W̃_0 = ∫ Δ(Γ*, Φ, Π) ρ_0 dΓ*",
    from: ["53", ...phases],
    steps: by.unfold("53"),
    reading: shortened,
  },
  {
    id: "54.b",
    kind: "identity",
    printed: "∫ Δ(Γ*, Φ, Π) ρ_0 dΓ* = ∫ Δ ρ_0(Γ*, t, Φ*, Π*) dΓ*",
    from: phases,
    steps: by.script(by.sift("35")),
    reading: shortened,
  },
  {
    id: "54.c",
    kind: "identity",
    printed: "∫ Δ ρ_0(Γ*, t, Φ*, Π*) dΓ* = ∫ Δ ρ̂ W(Φ*, Π*, t) dΓ*",
    from: ["44.c", "45", "45.a", "46", ...phases],
    steps: by.script(by.unfold("45", "45.a"), by.sift("35")),
  },
  {
    id: "54.d",
    kind: "identity",
    printed: "∫ Δ ρ̂ W(Φ*, Π*, t) dΓ* = W(Φ, Π, t)",
    from: ["44.c", "45.a", "46", ...phases],
    steps: by.script(by.unfold("45.a"), by.sift("35"), by.fold("46")),
  },
];

/** W̃₁ is the share of A₁, the chain after that. */
const first: readonly Statement[] = [
  {
    id: "54.e",
    kind: "identity",
    printed: "(e^{−L0 τ} A)^th = A^th",
    flow: "gibbs",
    from: gibbs,
    steps: by.script(by.stationary("48")),
    reading: "For every finite time τ.",
  },
  {
    id: "54.f",
    kind: "identity",
    printed: "W̃_1 = ∫ Δ ρ_1 dΓ*",
    from: ["53", ...phases],
    steps: by.unfold("53"),
    reading: shortened,
  },
  {
    id: "54.g",
    kind: "identity",
    printed: `∫ Δ ρ_1 dΓ* = ${inserted}`,
    flow: "gibbs",
    from: ["52", ...gibbs],
    steps: by.script(by.substitute("52"), by.sift("35")),
    reading: `ds stands before the integrand. ${sifted}`,
  },
  {
    id: "54.h",
    kind: "identity",
    printed: `${inserted} = ${parted}`,
    flow: "gibbs",
    from: gibbs,
    steps: by.script(by.sift("35")),
    reading: "The bar |_{(Φ,Π)=(Φ*,Π*)} is what Δ does.",
  },
  {
    id: "54.i",
    kind: "identity",
    printed: `${parted} = ${A1} − [∫ Δ ρ̂ ${wandering} dΓ*] · (∂/∂Π W(Φ, t) + β Π/m̂ W(Φ, t))`,
    flow: "gibbs",
    from: gibbs,
    steps: by.script(by.sift("35")),
  },
  {
    id: "54.j",
    kind: "identity",
    printed: `${sorted("W")} = ${averaged}`,
    flow: "gibbs",
    from: ["54.l", ...gibbs],
    steps: by.script(by.unfold("47"), by.functionsOfH("39", "44.d"), by.exchange, by.unfold("45.a"), by.fold("46")),
    lemmas: ["44.d"],
    reading: "W as declared; the link before writes it without its Π.",
  },
  {
    id: "54.k",
    kind: "identity",
    printed: `${averaged} = ${A1}`,
    flow: "gibbs",
    from: ["54.e", "54.l", ...gibbs],
    steps: by.script(by.stationary("48"), by.unfold("47", "45.a"), by.fold("46")),
  },
  { id: "54.l", kind: "definition", printed: "f(s) = e^{−L0 s} f", from: ensemble },
];

/** Section 3, the orders of the reduced density: (53), (54) and the two chains after it. */
export const reduced: readonly Statement[] = [
  { id: "53", kind: "definition", printed: "W̃_n(Φ, Π, t) = ∫ Δ(Γ*, Φ, Π) ρ_n dΓ*", from: phases, reading: shortened },
  {
    id: "54",
    kind: "identity",
    printed: "W̃ = Σ_{n=0}^∞ ε^n W̃_n",
    from: ["34", "41", "53", ...phases],
    steps: by.script(by.unfold("34"), by.substitute("41"), by.unfold("53")),
  },
  ...zeroth,
  ...first,
];
