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

const one = (id: string, equation: Equation, known: Known, instead?: ReadonlyMap<string, Equation>): Replay => {
  const { steps } = known.all.get(id)!.statement;
  return steps === undefined
    ? { missing: instead ? `no steps are written for (${id})` : "no steps are written for it" }
    : known.interpreters.replay(equation, steps, groundsOf(id, known.all, known.belief, instead));
};

const served = (id: string, equation: Equation, serves: readonly string[], known: Known): Replay => {
  const instead = new Map([[id, equation]]);
  let [steps, uses]: [number, readonly string[]] = [0, []];
  for (const other of serves) {
    const replay = one(other, continued(known.printed(other)!, known.all.get(other)!, known), known, instead);
    if ("missing" in replay) return replay;
    [steps, uses] = [steps + replay.steps, [...uses, ...replay.uses]];
  }
  return { steps, uses: [...new Set(uses)].filter((other) => other !== id) };
};

/** How an equation in the place of a statement is replayed by the steps of that statement; for a definition, what must hold with it. */
export const replayOf = (id: string, equation: Equation, known: Known): Replay => {
  const { serves } = known.all.get(id)!.statement;
  return serves ? served(id, equation, serves, known) : one(id, equation, known);
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
