import { type Declared, declare } from "../../symbolic/notation/declare.js";

const constant = (tex: string, ...spellings: readonly string[]): Declared => ({ role: "constant", tex, spellings });
const variable = (tex: string, ...spellings: readonly string[]): Declared => ({ role: "variable", tex, spellings });
const operator = (tex: string, ...spellings: readonly string[]): Declared => ({ role: "operator", tex, spellings });
const atom = (tex: string, rank: number, ...spellings: readonly string[]): Declared => ({
  role: "atom",
  rank,
  tex,
  spellings,
});
const slow = (tex: string, ...spellings: readonly string[]): Declared => ({ role: "slow", rank: 1, tex, spellings });
const phase = (tex: string, rank: number, of: readonly string[], ...spellings: readonly string[]): Declared => ({
  role: "phase",
  rank,
  of,
  tex,
  spellings,
});
const fn = (tex: string, of: readonly string[], ...spellings: readonly string[]): Declared => ({
  role: "function",
  of,
  tex,
  spellings,
});

/** What both sections speak of: atoms, times, operators. */
const common: Readonly<Record<string, Declared>> = {
  N: constant("N"),
  M: constant("M"),
  m: constant("m"),
  m̂: constant("\\hat m", "mhat"),
  β: constant("\\beta", "beta"),
  ε: constant("\\epsilon", "eps", "epsilon"),
  t: variable("t"),
  s: variable("s"),
  τ: variable("\\tau", "tau"),
  "t'": variable("t'"),
  k: variable("k"),
  z: variable("z"),
  λ: constant("\\lambda", "lambda"),
  Γ: variable("\\Gamma", "Gamma"),
  Γr: variable("\\Gamma_r", "Gammar"),
  r: atom("r", 1),
  p: atom("p", 1),
  F: atom("F", 1),
  σ: atom("\\sigma", 1, "sigma"),
  θ_: atom("\\theta", 0, "theta_"),
  𝓛: operator("\\mathcal{L}", "L"),
  Λ: operator("\\Lambda", "Lambda"),
  P: phase("P", 1, ["Γ"]),
  f: phase("f", 1, ["Γ"]),
  H: phase("H", 0, ["Γ"]),
  V: phase("V", 0, ["Γr"]),
  A: phase("A", 0, ["Γ"]),
  n: constant("n"),
  K: phase("K", 0, ["Γ"]),
  x: atom("x", 0),
  I: fn("I", []),
  C: constant("C"),
  Πx: { ...slow("\\Pi_x", "Pix"), rank: 0 },
};

/** Section 2: the centre of mass is slow. */
export const section2 = declare({
  ...common,
  R: slow("R"),
  Δ: fn("\\Delta", ["Γr", "R"], "Delta"),
  ρ: fn("\\rho", ["Γ", "t", "R"], "rho"),
  ρ̂: fn("\\hat\\rho", ["Γ", "R"], "rhohat"),
  W: fn("W", ["R", "t"]),
  W̃: fn("\\tilde W", ["R", "t"], "Wtilde"),
  Q: fn("Q", ["β", "R"]),
  A_1: fn("A", ["Γ", "R", "t"]),
  γ: { role: "constant", rank: 2, tex: "\\gamma", spellings: ["gamma"] },
});

/** Section 3 and the appendix: centre of mass and momentum are slow, and scaled. */
export const section3 = declare({
  ...common,
  R: slow("R"),
  Φ: slow("\\Phi", "Phi"),
  Π: slow("\\Pi", "Pi"),
  Δ: fn("\\Delta", ["Γ", "Φ", "Π"], "Delta"),
  ρ: fn("\\rho", ["Γ", "t", "Φ", "Π"], "rho"),
  ρ̂: fn("\\hat\\rho", ["Γ", "Φ", "Π"], "rhohat"),
  W: fn("W", ["Φ", "Π", "t"]),
  W̃: fn("\\tilde W", ["Φ", "Π", "t"], "Wtilde"),
  Q: fn("Q", ["β", "Φ", "Π"]),
  Q_1: fn("Q", ["Φ"]),
  A_1: fn("A", ["Γ", "Φ", "Π", "t"]),
  θ: { role: "constant", rank: 2, tex: "\\theta", spellings: ["theta"] },
});
