import { PhysicsError } from "../../errors.js";
import type { Stream } from "../../random/index.js";
import { parseEquation } from "../notation/index.js";
import { assumptionsOf, type Belief } from "./assumptions.js";
import { continued } from "./chain.js";
import type { Equation } from "./equation.js";
import type { Finding } from "./finding.js";
import type { Assumptions, Interpreters } from "./interpreters.js";
import { type Docket, judge } from "./judge.js";
import { type Outcome, outcomeOf, together } from "./outcome.js";
import type { Paper } from "./paper.js";
import { type Placed, placed } from "./reach.js";
import { replayOf } from "./replayed.js";

/** The statements of a paper, each judged when it is asked for. */
export interface Examination {
  readonly paper: Paper;
  readonly ids: readonly string[];
  finding(id: string): Finding;
  /** How an equation fares in the place of a statement. */
  trial(id: string, equation: Equation, instances?: number): Outcome;
  /** Whether the steps of a statement lead to an equation in its place. */
  isReplayed(id: string, equation: Equation): boolean;
}

const remembered = <T>(make: (id: string) => T): ((id: string) => T) => {
  const known = new Map<string, T>();
  return (id) => {
    if (!known.has(id)) known.set(id, make(id));
    return known.get(id)!;
  };
};

/** What is printed, if it can be read. */
const parsed = ({ section, statement }: Placed): Equation | undefined => {
  if (statement.words) return undefined;
  try {
    return parseEquation(statement.printed, section.declarations);
  } catch (error) {
    if (error instanceof PhysicsError) return undefined;
    throw error;
  }
};

/** What a served statement may take for given: not what it says of an operator itself, 𝓛ρ = …, for that is to be shown. */
const withoutConclusions = (under: Assumptions): Assumptions => ({
  ...under,
  premises: under.premises.filter(
    ({ left, right }) => left.head !== "apply" || left.parts[0]!.head !== "symbol" || right.value?.equals(0) === true,
  ),
});

type Effort = { readonly stream: Stream; readonly instances: number };

const trialOf =
  (docket: Omit<Docket, "trial">, ids: readonly string[], { stream, instances }: Effort): Docket["trial"] =>
  (id, equation, count = instances, uses?: number) => {
    const evaluated = (other: string, of: Equation, instead?: ReadonlyMap<string, Equation>): Outcome => {
      const whole = assumptionsOf(other, docket.all, docket.belief, instead);
      const under = instead ? withoutConclusions(whole) : whole;
      return outcomeOf(of, under, docket.interpreters, { stream: stream.child(ids.indexOf(other)), instances: count });
    };
    const { serves } = docket.all.get(id)!.statement;
    if (!serves) return evaluated(id, equation);
    const instead = new Map([[id, equation]]);
    return together(
      serves
        .slice(0, uses)
        .map((other) => evaluated(other, continued(docket.printed(other)!, docket.all.get(other)!, docket), instead)),
    );
  };

/** Opens the examination of a paper by both interpreters, with as many concrete systems for each statement as `instances`, drawn from the stream. */
export const examine = (paper: Paper, interpreters: Interpreters, effort: Effort): Examination => {
  const all = placed(paper);
  const ids = [...all.keys()];
  const printed: Belief = remembered((id) => parsed(all.get(id)!));
  const open = new Set<string>();
  const belief: Belief = (id) => (open.has(id) ? printed(id) : finding(id).believed);
  const found = (id: string) => (open.has(id) ? undefined : finding(id));
  const known = { all, interpreters, printed, belief, found };
  const trial = trialOf(known, ids, effort);
  const finding = remembered((id): Finding => {
    open.add(id);
    const found = judge(all.get(id)!, { ...known, trial });
    open.delete(id);
    return found;
  });
  const isReplayed = (id: string, equation: Equation) => "steps" in replayOf(id, equation, known);
  return { paper, ids, finding, trial, isReplayed };
};
