import type { Statement } from "../../../symbolic/statements/statement.js";
import * as by from "../steps.js";
import { dots, gibbs, shortened, sifted } from "./readings.js";

const phases = ["35", "35.a", "35.b"];
const wandering = "∫_{−t_0}^0 e^{−L0 s} (f − f^th) ds";
const drive = "(β Π/m̂ W + ∂W/∂Π)";
const bracket = "A scalar product of two vectors stands beside a third: the brackets go around the scalar product.";
const share = (g: string) => `∫ Δ ${g} A_1(Γ*, Φ*, Π*, t) dΓ*`;
const inserted = (g: string) =>
  `∫ Δ ρ̂ ${g} W(Φ*, Π*, t) dΓ* + ε ${share(g)} − ε [∫ Δ ρ̂ ${g} ((β Π*/m̂ W + ∂W/∂Π) · ${wandering}) dΓ*]`;

const streamed = `Π/m̂ W(Φ, Π, t) + ε Π/m̂ ${"∫ Δ A_1(Γ*, Φ*, Π*, t) dΓ*"}`;
const averagedPi = `${streamed} − ε Π/m̂ (${drive} · (∫_{−t_0}^0 (f(s) − f^th) ds)^th)`;

/** The flux in Φ to second order, the chain after f(s). */
const position: readonly Statement[] = [
  {
    id: "54.m",
    kind: "identity",
    printed: "∫ Δ Π*/m̂ ρ dΓ* = ∫ Δ Π*/m̂ ρ(Γ*, t, Φ*, Π*) dΓ*",
    from: phases,
    steps: by.script(by.sift("35")),
    reading: shortened,
  },
  {
    id: "54.n",
    kind: "limit",
    printed: "∫ Δ Π*/m̂ ρ(Γ*, t, Φ*, Π*) dΓ* = ∫ Δ Π*/m̂ (ρ_0 + ε ρ_1) dΓ*",
    from: ["54.p", ...phases],
    steps: by.script(by.sift("35"), by.substitute("54.p")),
  },
  {
    id: "54.o",
    kind: "identity",
    printed: `∫ Δ Π*/m̂ (ρ_0 + ε ρ_1) dΓ* = ${inserted("Π*/m̂")}`,
    flow: "gibbs",
    from: ["45", "52", ...gibbs],
    steps: by.script(by.unfold("45", "45.a"), by.substitute("52"), by.unfold("45.a"), by.sift("35")),
    reading: `${bracket} ${sifted}`,
  },
  { id: "54.p", kind: "hypothesis", printed: "ρ = ρ_0 + ε ρ_1", from: ["41"], reading: "In the text: ρ up to O(ε²)." },
  {
    id: "54.q",
    kind: "identity",
    printed: `${inserted("Π*/m̂")} = ${averagedPi}`,
    flow: "gibbs",
    from: ["54.l", ...gibbs],
    steps: by.script(
      by.unfold("47"),
      by.sift("35"),
      by.functionsOfH("39", "44.d"),
      by.exchange,
      by.unfold("45.a"),
      by.fold("46"),
    ),
    lemmas: ["44.d"],
    reading: bracket,
  },
  {
    id: "54.r",
    kind: "identity",
    printed: `${averagedPi} = ${streamed}`,
    flow: "gibbs",
    from: ["54.e", "54.l", ...gibbs],
    steps: by.script(by.exchange, by.stationary("48"), by.unfold("47", "45.a"), by.fold("46")),
  },
];

const forced = `f^th W(Φ, Π, t) + ε ${share("f")}`;
const averagedF = `${forced} − ε ${drive} (∫_{−t_0}^0 f(0) · (f(s) − f^th) ds)^th`;
const closed = `${forced} − ε θ · ${drive}`;

/** The flux in Π to second order and its coefficient (55). */
const momentum: readonly Statement[] = [
  {
    id: "54.s",
    kind: "identity",
    printed: "∫ Δ f ρ dΓ* = ∫ Δ f ρ(Γ*, t, Φ*, Π*) dΓ*",
    from: ["33", "33.a", ...phases],
    steps: by.script(by.sift("35")),
    reading: `${shortened} The text names (7) for (36).`,
  },
  {
    id: "54.t",
    kind: "limit",
    printed: "∫ Δ f ρ(Γ*, t, Φ*, Π*) dΓ* = ∫ Δ f (ρ_0 + ε ρ_1) dΓ*",
    from: ["33", "33.a", "54.p", ...phases],
    steps: by.script(by.sift("35"), by.substitute("54.p")),
  },
  {
    id: "54.u",
    kind: "identity",
    printed: `∫ Δ f (ρ_0 + ε ρ_1) dΓ* = ${inserted("f")}`,
    flow: "gibbs",
    from: ["45", "52", ...gibbs],
    steps: by.script(by.unfold("45", "45.a"), by.substitute("52"), by.unfold("45.a"), by.sift("35")),
    reading: `${bracket} ${sifted}`,
  },
  {
    id: "54.v",
    kind: "identity",
    printed: `${inserted("f")} = ${averagedF}`,
    flow: "gibbs",
    from: ["54.l", ...gibbs],
    steps: by.script(by.unfold("47"), by.sift("35"), by.functionsOfH("39", "44.d"), by.exchange),
    lemmas: ["44.d"],
  },
  {
    id: "54.w",
    kind: "identity",
    printed: `${averagedF} = ${closed}`,
    flow: "gibbs",
    from: ["54.l", "55", ...gibbs],
    steps: by.script(by.unfold("55"), by.exchange),
    reading: dots,
  },
  {
    id: "55",
    kind: "definition",
    printed: "θ = ∫_{−t_0}^0 [(f(0) · f(s))^th − f^th · f^th] ds",
    flow: "gibbs",
    from: ["54.l", ...gibbs],
    serves: ["54.w"],
    reading: "θ is a tensor, as its use in (56) for more than one direction asks.",
  },
];

/** From ∫Δ … dΓ* to thermal averages, and from these to f^th, θ and what is carried by A₁. */
const toAverages = [
  by.sift("35"),
  by.functionsOfH("39", "44.d"),
  by.exchange,
  by.fold("47"),
  by.stationary("48"),
  by.unfold("45", "55", "47", "45.a"),
  by.fold("46"),
];

/** The conservation law with both fluxes, and the Fokker–Planck equation (56). */
const closure: readonly Statement[] = [
  {
    id: "55.a",
    kind: "limit",
    printed: `∂W̃/∂t = −ε ∂/∂Φ · (Π/m̂ W(Φ, Π, t)) − ε^2 ∂/∂Φ · (Π/m̂ ${"∫ Δ A_1(Γ*, Φ*, Π*, t) dΓ*"}) − ε ∂/∂Π · (f^th W(Φ, Π, t)) + ε^2 ∂/∂Π · [−${share("f")} + θ · ${drive}]`,
    flow: "gibbs",
    from: ["36", "45", "52", "54.l", "54.p", "55", ...gibbs],
    steps: by.script(by.substitute("36", "54.p", "52"), ...toAverages),
    lemmas: ["44.d"],
    reading: dots,
  },
  {
    id: "55.b",
    kind: "limit",
    printed: "W̃ = W̃_0 + ε W̃_1",
    from: ["34", "53", "54.p", ...phases],
    steps: by.script(by.unfold("34", "53"), by.substitute("54.p")),
  },
  { id: "55.c", kind: "hypothesis", printed: "A_1 = 0", from: [], reading: "In the text: closed only if A₁ = 0." },
  {
    id: "56",
    kind: "limit",
    printed: "∂W̃/∂t = −ε ∂/∂Φ · (Π/m̂ W̃) − ε ∂/∂Π · (f^th W̃) + ε^2 ∂/∂Π · [θ · (β Π/m̂ + ∂/∂Π) W̃]",
    flow: "gibbs",
    from: ["34", "36", "45", "52", "54.l", "54.p", "55", "55.c", ...gibbs],
    steps: by.script(by.substitute("36"), by.unfold("34"), by.substitute("54.p", "52", "55.c"), ...toAverages),
    lemmas: ["44.d"],
    reading: dots,
  },
];

/** Section 3 from the fluxes of (36) to the Fokker–Planck equation (56). */
export const fluxes: readonly Statement[] = [...position, ...momentum, ...closure];
