import { number, symbol } from "../../terms/build.js";
import type { Term } from "../../terms/term.js";

/** The quantities of the expansion. */
export const rho = symbol("ρ");
export const rhoN = (n: number): Term => symbol("ρ", 0, { subscript: number(n) });
export const rhoHat = symbol("ρ̂");
export const Q = symbol("Q");
export const Delta = symbol("Δ");
export const reduced = symbol("W̃");
export const t = symbol("t");
export const tN = (n: number): Term => symbol("t", 0, { subscript: number(n) });
export const A1 = symbol("A", 0, { subscript: number(1) });
export const L = symbol("𝓛", 0, { sort: "operator" });
export const L1 = symbol("𝓛", 0, { subscript: number(1), sort: "operator" });

/** X* = X(Γ*). */
export const starred = (of: Term): Term =>
  symbol(of.name, of.rank, { subscript: of.subscripts ? of.parts[0] : undefined, starred: true });
