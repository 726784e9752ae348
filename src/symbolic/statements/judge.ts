import { PhysicsError } from "../../errors.js";
import { parseEquation } from "../notation/index.js";
import { withDeclaredArguments } from "./argument-lists.js";
import { continued } from "./chain.js";
import { type Correction, corrections, mostPairs, pairCorrection } from "./corrections.js";
import type { Equation } from "./equation.js";
import type { Finding } from "./finding.js";
import type { Replay } from "./interpreters.js";
import { type Outcome, verdictOf } from "./outcome.js";
import type { Placed } from "./reach.js";
import { certificateOf, type Known, replayOf } from "./replayed.js";
import type { Certificate } from "./statement.js";

/** What is known while a statement is judged. */
export interface Docket extends Known {
  /** By all that a definition serves, or by as many of these, the first first, as `uses`. */
  trial(id: string, equation: Equation, instances?: number, uses?: number): Outcome;
}

const isChecked = ({ statement: { kind, serves } }: Placed): boolean =>
  kind === "identity" || kind === "limit" || serves !== undefined;

const certificatesOf = (outcome: Outcome, replay: Replay, docket: Docket): readonly Certificate[] => [
  ...(outcome.state === "holds"
    ? [{ method: "evaluated" as const, instances: outcome.instances, residual: outcome.residual }]
    : []),
  ...certificateOf(replay, docket),
];

/** The corrections that both interpreters accept; where the rules accept none, those of the evaluation. */
const accepted = (fixes: readonly Correction[], id: string, docket: Docket): readonly Correction[] => {
  const replayed = fixes.filter(({ equation }) => "steps" in replayOf(id, equation, docket));
  return replayed.length > 0 ? replayed : fixes;
};

/** That the rules lead to a print which the evaluation refutes: one of the two interpreters is wrong. */
const disagreement = (printed: Outcome, print: Equation, id: string, docket: Docket): readonly string[] =>
  printed.state === "fails" && "steps" in replayOf(id, print, docket)
    ? ["the interpreters disagree: the rules lead to the print"]
    : [];

const reasonsOf = (
  outcome: Outcome,
  replay: Replay,
  fixes: readonly Correction[],
  printed: Outcome,
): readonly string[] => [
  ...(printed.state === "fails" ? [printed.counterexample] : []),
  ...(printed.state === "fails"
    ? [
        fixes.length === 0
          ? `no single edit makes it hold, and none of ${mostPairs} pairs`
          : `corrected: ${fixes[0]!.what}`,
      ]
    : []),
  ...(fixes.length > 1 ? [`${fixes.length} edits of this size make it hold`] : []),
  ...(outcome.state === "undecided" ? [`not evaluated: ${outcome.reason}`] : []),
  ...("missing" in replay ? [`not replayed: ${replay.missing}`] : []),
];

/**
 * How an equation fares, and what mends it: one edit, or where none does two. Where nothing satisfies all that a definition serves,
 * the last of these are doubted rather than the definition, and it is judged by the others.
 */
const tried = (equation: Equation, here: Placed, docket: Docket) => {
  const { id, serves = [] } = here.statement;
  for (let uses = serves.length; ; uses--) {
    const trial = (other: Equation, instances?: number) => docket.trial(id, other, instances, uses);
    const outcome = trial(equation);
    if (outcome.state !== "fails") return { outcome, fixes: [], held: outcome };
    const { declarations } = here.section;
    const single = accepted(corrections(equation, declarations, trial), id, docket);
    const fixes = single.length > 0 || uses > 1 ? single : pairCorrection(equation, declarations, trial);
    if (fixes.length > 0 || uses < 2) return { outcome, fixes, held: fixes[0] ? trial(fixes[0].equation) : outcome };
  }
};

/** That a fault is not this link's own: with its left side as printed, before the correction of the link before, it holds. */
const inherited = (
  outcome: Outcome,
  print: Equation,
  equation: Equation,
  id: string,
  docket: Docket,
): readonly string[] =>
  outcome.state === "fails" && equation.left.key !== print.left.key && docket.trial(id, print).state === "holds"
    ? ["the fault is that of the link before: with the left side as printed, it holds"]
    : [];

const checked = (here: Placed, print: Equation, docket: Docket): Finding => {
  const { id, kind } = here.statement;
  const equation = continued(print, here, docket);
  const { outcome, fixes, held } = tried(equation, here, docket);
  const believed = fixes[0]?.equation ?? equation;
  const replay = replayOf(id, believed, docket);
  return {
    ...here,
    printed: print,
    believed,
    verdict: verdictOf(kind, outcome.state),
    outcome,
    corrections: fixes,
    certificates: certificatesOf(held, replay, docket),
    reasons: [
      ...inherited(outcome, print, equation, id, docket),
      ...disagreement(outcome, equation, id, docket),
      ...reasonsOf(held, replay, fixes, outcome),
    ],
  };
};

const why = ({ statement: { kind, words } }: Placed): readonly string[] => [
  ...(kind === "hypothesis" ? ["assumed"] : []),
  ...(words ? ["stated in words"] : []),
];

const reading = (text: string, { section }: Placed): Equation | PhysicsError => {
  try {
    return parseEquation(text, section.declarations);
  } catch (error) {
    if (error instanceof PhysicsError) return error;
    throw error;
  }
};

/** What cannot be read as declared: the argument lists are completed, and what then holds is the correction. */
const unreadable = (here: Placed, docket: Docket): Finding => {
  const { statement, section } = here;
  const refusal = reading(statement.printed, here);
  const completed = withDeclaredArguments(statement.printed, section.declarations);
  const equation = completed === undefined ? undefined : reading(completed, here);
  const candidate = equation instanceof PhysicsError ? undefined : equation;
  const outcome = candidate && docket.trial(statement.id, candidate);
  const holds = candidate && outcome?.state === "holds";
  const replay = holds ? replayOf(statement.id, candidate, docket) : { missing: "it cannot be read" };
  return {
    ...here,
    printed: undefined,
    believed: holds ? candidate : undefined,
    verdict: "misprint",
    outcome,
    corrections: holds ? [{ what: "arguments as declared", equation: candidate }] : [],
    certificates: outcome ? certificatesOf(outcome, replay, docket) : [],
    reasons: [
      refusal instanceof PhysicsError ? refusal.message : "",
      ...(holds ? ["corrected: arguments as declared"] : []),
      ...("missing" in replay ? [`not replayed: ${replay.missing}`] : []),
    ],
  };
};

/** Judges a statement: evaluates it as printed, corrects it where it fails, and replays it. */
export const judge = (here: Placed, docket: Docket): Finding => {
  const print = docket.printed(here.statement.id);
  if (print && isChecked(here)) return checked(here, print, docket);
  if (!print && !here.statement.words) return unreadable(here, docket);
  const verdict = here.statement.kind === "definition" ? "definition" : "hypothesis";
  const empty = { verdict, outcome: undefined, corrections: [], certificates: [] } as const;
  return { ...here, ...empty, printed: print, believed: print, reasons: why(here) };
};
