import { type Belief, groundsOf } from "./assumptions.js";
import { continued } from "./chain.js";
import type { Equation } from "./equation.js";
import type { Finding } from "./finding.js";
import type { Interpreters, Replay } from "./interpreters.js";
import type { Placed } from "./reach.js";
import type { Certificate } from "./statement.js";

/** What a replay asks about the paper. */
export interface Known {
  readonly all: ReadonlyMap<string, Placed>;
  readonly interpreters: Interpreters;
  readonly printed: Belief;
  readonly belief: Belief;
  /** What was found out about a statement; undefined while that is still going on. */
  readonly found: (id: string) => Finding | undefined;
}

const one = (id: string, equation: Equation, known: Known): Replay => {
  const { steps } = known.all.get(id)!.statement;
  return steps === undefined
    ? { missing: "no steps are written for it" }
    : known.interpreters.replay(equation, steps, groundsOf(id, known.all, known.belief));
};

/** A statement that another serves, replayed with the equation of that one: by the steps of that one, or by its own. */
const servedBy = (id: string, equation: Equation, other: string, known: Known): Replay => {
  const { all, belief, interpreters } = known;
  const steps = all.get(id)!.statement.steps ?? all.get(other)!.statement.steps;
  if (steps === undefined) return { missing: `no steps are written for (${other})` };
  const grounds = groundsOf(other, all, belief, new Map([[id, equation]]));
  return interpreters.replay(continued(known.printed(other)!, all.get(other)!, known), steps, grounds);
};

const served = (id: string, equation: Equation, serves: readonly string[], known: Known): Replay => {
  let [steps, uses]: [number, readonly string[]] = [0, []];
  for (const other of serves) {
    const replay = servedBy(id, equation, other, known);
    if ("missing" in replay) return replay;
    [steps, uses] = [steps + replay.steps, [...uses, ...replay.uses]];
  }
  const solved = known.all.get(id)!.statement.kind === "definition" ? [] : serves;
  return { steps, uses: [...new Set([...solved, ...uses])].filter((other) => other !== id) };
};

/**
 * How an equation in the place of a statement is replayed: by the steps of that statement; where it serves equations,
 * what is replayed are these, and must hold with it; of a solution, which is no definition, these are what it rests on.
 */
export const replayOf = (id: string, equation: Equation, known: Known): Replay => {
  const { serves = [] } = known.all.get(id)!.statement;
  const derived = serves.filter((other) => known.all.get(other)!.statement.kind !== "hypothesis");
  return derived.length > 0 ? served(id, equation, derived, known) : one(id, equation, known);
};

/** The hypotheses that the use of a statement rests on; an equation that is not replayed itself counts as one. */
const restsOf = (id: string, { all, found }: Known): readonly string[] => {
  const { kind } = all.get(id)!.statement;
  if (kind === "hypothesis") return [id];
  if (kind === "definition") return [];
  const replayed = found(id)?.certificates.find(({ method }) => method === "replayed");
  return replayed?.rests ?? [id];
};

/** The certificate of a replay. */
export const certificateOf = (replay: Replay, known: Known): readonly Certificate[] => {
  if ("missing" in replay) return [];
  const rests = [...new Set(replay.uses.flatMap((id) => restsOf(id, known)))];
  return [{ method: "replayed", instances: replay.steps, residual: 0, rests }];
};
