import { PhysicsError } from "../../errors.js";
import type { Stream } from "../../random/index.js";
import type { Equation } from "./equation.js";
import type { Assumptions, Interpreters } from "./interpreters.js";
import type { Kind, Verdict } from "./statement.js";

/** How an equation fared on concrete systems. */
export type Outcome =
  | { readonly state: "holds"; readonly residual: number; readonly instances: number }
  | { readonly state: "fails"; readonly residual: number; readonly instances: number; readonly counterexample: string }
  | { readonly state: "undecided"; readonly reason: string };

/** Where both sides of an equation count as one, and where as two; what lies between is not decided. */
export const tolerance = { holds: 1e-10, fails: 1e-8 } as const;

/** What a ledger says of a statement of a kind whose equation fared so; what could not be evaluated counts as assumed, also where the rules reach it. */
export const verdictOf = (kind: Kind, state: Outcome["state"]): Verdict => {
  if (kind === "hypothesis") return "hypothesis";
  if (state === "fails") return "misprint";
  if (kind === "definition") return "definition";
  if (state === "undecided") return "hypothesis";
  return kind === "limit" ? "limit" : "holds";
};

const rankNames = ["a scalar", "a vector", "a tensor"];

/** How an equation fares under assumptions, by evaluation alone. */
export const outcomeOf = (
  equation: Equation,
  under: Assumptions,
  interpreters: Interpreters,
  { stream, instances }: { readonly stream: Stream; readonly instances: number },
): Outcome => {
  const [left, right] = [equation.left.rank, equation.right.rank];
  const isZero = [equation.left, equation.right].some(({ value }) => value?.equals(0));
  if (left !== right && !isZero) {
    const counterexample = `The left side is ${rankNames[left]}, the right side ${rankNames[right]}`;
    return { state: "fails", residual: Number.POSITIVE_INFINITY, instances: 0, counterexample };
  }
  try {
    const {
      residual,
      instances: tried,
      counterexample,
    } = interpreters.evaluate(equation, { ...under, stream, instances });
    if (residual < tolerance.holds) return { state: "holds", residual, instances: tried };
    if (residual > tolerance.fails)
      return { state: "fails", residual, instances: tried, counterexample: counterexample ?? "" };
    return { state: "undecided", reason: `the residual ${residual.toExponential(1)} lies between right and wrong` };
  } catch (error) {
    if (!(error instanceof PhysicsError)) throw error;
    return error.fault === "unbounded"
      ? { state: "fails", residual: Number.POSITIVE_INFINITY, instances: 1, counterexample: error.message }
      : { state: "undecided", reason: error.message };
  }
};

/** The outcome of several equations that must all hold: the first that does not, or the worst residual. */
export const together = (outcomes: readonly Outcome[]): Outcome => {
  const failed = outcomes.find(({ state }) => state === "fails") ?? outcomes.find(({ state }) => state === "undecided");
  if (failed) return failed;
  const held = outcomes.flatMap((outcome) => (outcome.state === "holds" ? [outcome] : []));
  return {
    state: "holds",
    residual: Math.max(0, ...held.map(({ residual }) => residual)),
    instances: held.reduce((sum, { instances }) => sum + instances, 0),
  };
};
