import type { WrongCall } from "./wrong-call.js";

/** Mistakes in formulas. */
export const ofDerivations: Readonly<Record<string, readonly WrongCall[]>> = {
  "Integrals over δ": [
    ['symbolic.deltaIntegral("∫ δ((x − 1)^2 (x + 1)) dx")', "undefined-quantity"],
    ['symbolic.deltaIntegral("∫∫ δ(p^2/2 − x^2/2 − E) dp dx")', "undefined-quantity"],
    ['symbolic.deltaIntegral("∫ exp(−x^2) dx")', "undefined-quantity"],
    ['symbolic.deltaIntegral("∫∫ δ(p^2/2 + x^2/2 − E) dp dx").value({ E: 0 })', "undefined-quantity"],
    ['symbolic.deltaIntegral("∫∫ δ(p^2/2 + x^4 − E) dp dx").value()', "parameter"],
  ],
  "Operators that do not commute": [
    ['symbolic.operator("A B").commutators()', "expression"],
    ['symbolic.operator("e^{t A}").derivative("s")', "parameter"],
    ['symbolic.operator("A B").value({ A: [[0, 1], [1, 0]] })', "parameter"],
    ['symbolic.operator("e^{A} e^{h B}").logarithm("h", 3)', "expression"],
    ['symbolic.poisson({ x: "p" }).apply("[A, B]", { A: "p^2/2" }, "x p")', "parameter"],
  ],
  Functionals: [
    ['symbolic.functional("∫ V(x) dx")', "parameter"],
    ['symbolic.functional("1/2 ∫∫ φ(x) K(x, y) φ(y) dx dy").derivative("y")', "parameter"],
    ['symbolic.functional("∫ φ^2 dx").value({ over: [1, 0], φ: "x" })', "parameter"],
    ['symbolic.functional("∫ V(φ) dx").value({ over: [0, 1], φ: "x" })', "parameter"],
  ],
};
