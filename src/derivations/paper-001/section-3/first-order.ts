import type { Statement } from "../../../symbolic/statements/statement.js";
import * as by from "../steps.js";
import { dots, ensemble, gibbs } from "./readings.js";

const order = ["40", "43", "45", ...ensemble];
const solution = (body: string) => `e^{L0 t_0} A_1 − ∫_0^{t_0} e^{L0 (t_0 − t_0')} ${body} dt_0'`;
const bare = solution("Λ_1 ρ_0");
const spread = solution("[ρ̂ ∂W/∂t_1 + Π/m̂ · ∂ρ̂/∂Φ W + Π/m̂ ρ̂ · ∂W/∂Φ + f · ∂ρ̂/∂Π W + f ρ̂ · ∂W/∂Π]");
const settled = solution("[ρ̂ ∂W/∂t_1 − Π/m̂ · (β ρ̂ f^th W) + Π/m̂ ρ̂ · ∂W/∂Φ + β f ρ̂ · Π/m̂ W + f ρ̂ · ∂W/∂Π]");
const wandering = "∫_{−t_0}^0 e^{−L0 s} (f − f^th) ds";

/** The solution at order ε and its rewriting, (49) to (50). */
const solved: readonly Statement[] = [
  {
    id: "49",
    kind: "identity",
    printed: "Λ_0 ρ_1 = −Λ_1 ρ_0",
    from: ["38.a", "41", "42", "43"],
    steps: by.script(by.unfold("43"), by.order("1", "38.a", "41", "42")),
  },
  {
    id: "49.a",
    kind: "identity",
    printed: `ρ_1 = ${bare}`,
    from: order,
    steps: by.script(
      by.unfold("43"),
      by.substitute("49.a"),
      by.unfold("43", "45"),
      by.leibniz,
      by.flowEquation,
      by.exchange,
    ),
    serves: ["49", "49.f"],
  },
  {
    id: "49.b",
    kind: "identity",
    printed: `${bare} = ${spread}`,
    from: order,
    steps: by.unfold("43", "40", "45", "45.a"),
    reading: dots,
  },
  {
    id: "49.c",
    kind: "identity",
    printed: `${spread} = ${settled}`,
    from: ["49.d", "49.e", ...order],
    steps: by.substitute("49.d", "49.e"),
    reading: dots,
  },
  {
    id: "49.d",
    kind: "identity",
    printed: "∂ρ̂/∂Φ = −β ρ̂ f^th",
    from: ensemble,
    steps: by.substitute("56.a"),
    lemmas: ["56.a"],
  },
  {
    id: "49.e",
    kind: "identity",
    printed: "∂ρ̂/∂Π = β ρ̂ Π/m̂",
    from: ["30", ...ensemble],
    steps: by.substitute("58.a"),
    lemmas: ["58.a"],
  },
  {
    id: "49.f",
    kind: "hypothesis",
    printed: "ρ_1|_{t_0 = 0} = A_1",
    from: ["49.a"],
    reading: "In the text: A₁(Γ, Φ, Π, t) is the first-order initial condition.",
  },
  { id: "49.g", kind: "definition", printed: "s = t_0' − t_0", from: [] },
  {
    id: "50",
    kind: "identity",
    printed: `ρ_1 = e^{L0 t_0} A_1 − t_0 ρ̂ ∂W/∂t_1 − ρ̂ β Π/m̂ W · ${wandering} − t_0 ρ̂ Π/m̂ · ∂W/∂Φ − ρ̂ ∂W/∂Π · ∫_{−t_0}^0 e^{−L0 s} f ds`,
    from: ["49.a", "49.g", ...order],
    steps: by.script(
      by.substitute("49.a"),
      by.unfold("43", "40", "45"),
      by.functionsOfH("39", "44.d"),
      by.substitute("56.m"),
      by.unfold("47", "45.a"),
      by.substitute("57.l"),
      by.changeVariable("t_0"),
    ),
    lemmas: ["44.d", "56.m", "57.l"],
  },
];

/** What the growth of ρ₁ says, the limits before (51) to (52). */
const bounded: readonly Statement[] = [
  {
    id: "50.a",
    kind: "hypothesis",
    printed: "lim_{t_0→∞} 1/t_0 ρ_1 = 0",
    flow: "gibbs",
    from: ["50", "50.b", ...gibbs],
    reading: "In the text: ρ₁ remains bounded.",
  },
  {
    id: "50.b",
    kind: "hypothesis",
    printed: "L0 A_1 = 0",
    from: ["39"],
    reading: "In the text: A₁ is in the nullspace of 𝓛₀.",
  },
  {
    id: "50.c",
    kind: "limit",
    printed: "lim_{t_0→∞} ρ_1/t_0 = −∂W/∂t_1 − Π/m̂ · ∂W/∂Φ − f^th · ∂W/∂Π",
    flow: "gibbs",
    from: ["50", "50.b", ...gibbs],
    steps: by.script(
      by.substitute("50"),
      by.stays("50.b"),
      by.gibbs("48"),
      by.vanishes,
      by.unfold("47", "45.a"),
      by.fold("46"),
    ),
  },
  {
    id: "51",
    kind: "limit",
    printed: "∂W/∂t_1 + Π/m̂ · ∂W/∂Φ + f^th · ∂W/∂Π = 0",
    flow: "gibbs",
    from: ["50.a", "50.c", ...gibbs],
    steps: by.script(by.onLeft(by.addEquation("50.c", "1/ρ̂")), by.substitute("50.a")),
    serves: ["50.a"],
    reading: "The left side is given the name Λ₁ᵗʰ.",
  },
  {
    id: "52",
    kind: "identity",
    printed: `ρ_1 = A_1 − ρ̂ [β Π/m̂ W + ∂W/∂Π] · ${wandering}`,
    flow: "gibbs",
    from: ["50", "50.b", "51", ...gibbs],
    steps: by.script(
      by.substitute("50"),
      by.stays("50.b"),
      by.onLeft(by.addEquation("51", "−t_0 ρ̂")),
      by.functionsOfH("39", "44.d"),
    ),
    lemmas: ["44.d"],
    reading: dots,
  },
];

/** Section 3 at order ε, (49) to (52). */
export const firstOrder: readonly Statement[] = [...solved, ...bounded];
