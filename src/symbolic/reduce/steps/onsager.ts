import { dot, number, symbol } from "../../terms/build.js";
import type { Term } from "../../terms/term.js";
import type { Diffusion } from "../equation.js";
import { ensembleIds } from "./ensemble.js";
import { stationary } from "./hypotheses.js";
import type { Step } from "./step.js";

const [a, b] = [1, 2].map((label) => symbol("e", 1, { subscript: number(label) })) as [Term, Term];

/** u · D · v of any two vectors for a tensor D; a scalar as it is. */
const between = (u: Term, D: Term, v: Term): Term => (D.rank === 2 ? dot(dot(u, D), v) : D);

/** D_ba is D_ab transposed, of motion that can be reversed and slow variables that stay as they are. */
export const onsager = (terms: readonly Diffusion[]): readonly Step[] =>
  terms.flatMap((one, k) => {
    const l = terms.findIndex((other) => other.a === one.b && other.b === one.a);
    const [D, other] = [one.hole.symbol, terms[l]!.hole.symbol];
    if (l < k || (l === k && D.rank < 2)) return [];
    const step: Step = {
      id: `Onsager ${D.name}`,
      left: between(a, D, b),
      right: between(b, other, a),
      rule: "motion can be reversed, and the slow variables are even: exchange the times 0 and s",
      kind: "identity",
      from: ["ρ̂"],
      hypotheses: [stationary],
      evidence: { with: [...ensembleIds, D.name, other.name], flow: "gibbs" },
    };
    return [step];
  });
