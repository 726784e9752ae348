import { collect } from "../monomials/monomial.js";
import { apply, divergence, dot, minus, number, partial, plus, symbol, times } from "../terms/build.js";
import type { Term } from "../terms/term.js";
import { W } from "./vocabulary.js";

/** 𝓛₀, the Liouville operator at constant slow variables, and the times that it moves the atoms by. */
export const L0 = symbol("𝓛", 0, { subscript: number(0), sort: "operator" });
export const s = symbol("s");
export const t0 = symbol("t", 0, { subscript: number(0) });

/** ∂/∂X · for a vector X, ∂/∂X for a scalar. */
export const along = (by: Term): Term => (by.rank > 0 ? divergence(by) : partial(by));

/** a · b of a vector or tensor a, a b of a scalar. */
export const contract = (a: Term, b: Term): Term => (a.rank > 0 ? dot(a, b) : times(a, b));

/** [∂/∂X − ∂ ln Q/∂X] W of a density W, given ∂ ln Q/∂X. */
export const thermalGradient = (by: Term, logQ: Term, density: Term = W): Term =>
  apply(plus(partial(by), collect(minus(logQ))), density);
