import { type Declared, declare } from "../../symbolic/notation/declare.js";
import type { Declarations, Role } from "../../symbolic/terms/declarations.js";

type Names = Readonly<Record<string, Declared>>;

const as =
  (role: Role, rank = 0) =>
  (tex: string, ...spellings: readonly string[]): Declared => ({ role, rank, tex, spellings });
const constant = as("constant");
const variable = as("variable");
const operator = as("operator");
const slow = as("slow", 1);
const positive = (declared: Declared): Declared => ({ ...declared, positive: true });
/** Without t₀: t is the collection of the slow times t₁, t₂, … in the arguments of W and A₁. */
const slowly = (declared: Declared): Declared => ({ ...declared, except: ["t_0"] });
const of = (names: string, declared: Declared): Declared => ({ ...declared, of: names.split(" ") });

const numbers: Names = {
  N: positive(constant("N")),
  M: positive(constant("M")),
  m: positive(constant("m")),
  m̂: positive(constant("\\hat m", "mhat")),
  β: positive(constant("\\beta", "beta")),
  ε: positive(constant("\\epsilon", "eps", "epsilon")),
  λ: positive(constant("\\lambda", "lambda")),
};

const variables: Names = {
  t: variable("t"),
  "t'": variable("t'"),
  s: variable("s"),
  τ: variable("\\tau", "tau"),
  k: variable("k"),
  z: variable("z"),
  n: variable("n"),
  Γ: variable("\\Gamma", "Gamma"),
  Γr: variable("\\Gamma_r", "Gammar"),
  Γ0: variable("\\Gamma_0", "Gamma0"),
  Γ1: variable("\\Gamma_1", "Gamma1"),
  Γx: variable("\\Gamma_x", "Gammax"),
};

const atoms: Names = {
  m_: positive(as("atom")("m")),
  θ_: as("atom")("\\theta", "theta"),
  r_: as("atom", 1)("r"),
  p_: as("atom", 1)("p"),
  F_: as("atom", 1)("F"),
  σ_: as("atom", 1)("\\sigma", "sigma"),
};

/** What both sections speak of: atoms, times, the operators and the phase functions that do not depend on the scaling. */
const common: Names = {
  ...numbers,
  ...variables,
  ...atoms,
  Λ: operator("\\Lambda", "Lambda"),
  P: of("Γ", as("phase", 1)("P")),
  f: of("Γ", as("phase", 1)("f")),
  H: of("Γ", as("phase")("H")),
  V: of("Γr", as("phase")("V")),
  A: of("Γ", as("phase")("A")),
  R: slow("R"),
};

/** Section 2: the centre of mass is slow. */
export const section2 = declare({
  ...common,
  Δ: of("Γr R", as("function")("\\Delta", "Delta")),
  𝓛: of("Γ R", operator("\\mathcal{L}", "L")),
  ρ: of("Γ t R", as("function")("\\rho", "rho")),
  ρ̂: of("Γ R", as("function")("\\hat\\rho", "rhohat")),
  W: slowly(of("R t", as("function")("W"))),
  W̃: of("R t", as("function")("\\tilde W", "Wtilde")),
  Q: of("β R", as("function")("Q")),
  A_1: slowly(of("Γ R t", as("function")("A"))),
  γ: of("R", as("function", 2)("\\gamma", "gamma")),
});

/** Section 3 and the appendix: centre of mass and momentum are slow, and scaled. */
export const section3 = declare({
  ...common,
  Φ: slow("\\Phi", "Phi"),
  Π: slow("\\Pi", "Pi"),
  Δ: of("Γ Φ Π", as("function")("\\Delta", "Delta")),
  𝓛: of("Γ Φ Π", operator("\\mathcal{L}", "L")),
  ρ: of("Γ t Φ Π", as("function")("\\rho", "rho")),
  ρ̂: of("Γ Φ Π", as("function")("\\hat\\rho", "rhohat")),
  W: slowly(of("Φ Π t", as("function")("W"))),
  W̃: of("Φ Π t", as("function")("\\tilde W", "Wtilde")),
  Q: of("β Φ Π", as("function")("Q")),
  A_1: slowly(of("Γ Φ Π t", as("function")("A"))),
  θ: of("Φ Π", as("function", 2)("\\theta", "theta")),
  K_0: of("Γ", as("phase")("K")),
  K_1: of("Γ", as("phase")("K")),
  Q_1: of("Φ", as("function")("Q")),
  C_1: constant("C"),
  C_2: constant("C"),
  x_: as("atom")("x"),
  Πx: as("slow")("\\Pi_x", "Pix"),
  I_x: of("β Πx", as("function")("I")),
});

/** The names of a section where ρ does not yet depend on the slow variables beside Γ: up to its conservation law. */
const beforeScales = (section: Declarations): Declarations =>
  new Map([...section, ["ρ", { ...section.get("ρ")!, of: ["Γ", "t"] }]]);
export const conservation2 = beforeScales(section2);
export const conservation3 = beforeScales(section3);
