import type { Declaration, Declarations, Role } from "../../../symbolic/terms/declarations.js";

const named =
  (role: Role, rank = 0) =>
  (tex: string, of: readonly string[] = [], ...spellings: readonly string[]): Declaration => ({
    role,
    rank,
    of,
    tex,
    spellings,
  });

const constant = named("constant");
const variable = named("variable");
const scalarOfAtom = named("atom");
const vectorOfAtom = named("atom", 1);
const scalarPhase = named("phase");
const vectorPhase = named("phase", 1);
const field = named("function");
const operator = named("operator");
const slow = ["Φ", "Π"];

const names: Readonly<Record<string, Declaration>> = {
  β: constant("\\beta", [], "beta"),
  m̂: constant("\\hat m", [], "mhat"),
  ε: constant("\\epsilon", [], "eps"),
  m: scalarOfAtom("m"),
  M: constant("M"),
  i: constant("i"),
  π: constant("\\pi", [], "pi"),
  C: constant("C"),
  Ix: field("I_x", ["Πx"]),
  ϑ: { ...constant("\\theta", [], "vartheta"), rank: 2 },
  t: variable("t"),
  s: variable("s"),
  τ: variable("\\tau", [], "tau"),
  k: variable("k"),
  z: variable("z"),
  λ: variable("\\lambda", [], "lambda"),
  Φ: named("slow", 1)("\\Phi", ["Γr"], "Phi"),
  Π: named("slow", 1)("\\Pi", ["Γ"], "Pi"),
  Πx: named("slow")("\\Pi_x", ["Γ"], "Pix"),
  θ: scalarOfAtom("\\theta", [], "theta"),
  r: vectorOfAtom("r"),
  p: vectorOfAtom("p"),
  F: vectorOfAtom("F", ["Γr"]),
  σ: vectorOfAtom("\\sigma", ["Γr"], "sigma"),
  x: scalarOfAtom("x"),
  R: vectorPhase("R", ["Γr"]),
  P: vectorPhase("P", ["Γ"]),
  f: vectorPhase("f", ["Γr"]),
  V: scalarPhase("V", ["Γr"]),
  H: scalarPhase("H", ["Γ"]),
  K: scalarPhase("K", ["Γ"]),
  Δ: scalarPhase("\\Delta", ["Γ", ...slow], "Delta"),
  ρ̂: scalarPhase("\\hat\\rho", ["Γ", ...slow], "rhohat"),
  ρ: field("\\rho", ["Γ", "t", ...slow], "rho"),
  A: field("A", ["Γ", ...slow, "t"]),
  W: field("W", [...slow, "t"]),
  W̃: field("\\tilde W", [...slow, "t"], "Wtilde"),
  Q: field("Q", ["β", ...slow]),
  Q1: field("Q_1", ["Φ"]),
  𝓛: operator("\\mathcal L", [], "L"),
  Λ: operator("\\Lambda", [], "Lambda"),
};

/** The names of Section 3 and of the appendix. */
export const declarations: Declarations = new Map(
  Object.entries(names).map(([name, declaration]) => [name.normalize("NFD"), declaration]),
);
