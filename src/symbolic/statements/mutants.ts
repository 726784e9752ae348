import type { Stream } from "../../random/index.js";
import { zero } from "../terms/build.js";
import { contributions } from "./contribution.js";
import { contentOf } from "./corrections.js";
import { type Edit, edits } from "./edits.js";
import type { Equation } from "./equation.js";
import type { Examination } from "./examine.js";

/**
 * What became of a mutant: a concrete system refutes it, or the rules that lead to the statement do not lead to it; neither does;
 * it cannot be evaluated and the rules do not decide; or no system refutes it because the term that was changed is zero itself, so that it says the same.
 */
export type Fate = "rejected" | "passed" | "refused" | "empty";

/** One change to a statement that holds, and what became of it. */
export interface Mutant {
  readonly id: string;
  readonly what: string;
  readonly equation: Equation;
  readonly fate: Fate;
}

const shuffled = <T>(items: readonly T[], stream: Stream): readonly T[] =>
  items
    .map((item) => [stream.uniform(), item] as const)
    .sort(([a], [b]) => a - b)
    .map(([, item]) => item);

/** Whether what an edit changed contributes nothing, on concrete systems, in itself or with what it is a factor of. */
const isEmpty = (id: string, believed: Equation, edit: Edit, { trial }: Examination): boolean =>
  contributions(contentOf(believed).content, edit.term).some(
    (term) => trial(id, { left: term, right: zero }).state === "holds",
  );

const fateOf = (id: string, believed: Equation, edit: Edit, examination: Examination): Fate => {
  const { trial } = examination;
  const mutant = contentOf(believed).withContent(edit.term);
  const quick = trial(id, mutant, 1).state;
  const state = quick === "holds" ? trial(id, mutant).state : quick;
  if (state === "fails") return "rejected";
  if (state === "holds" && isEmpty(id, believed, edit, examination)) return "empty";
  if (examination.isReplayed(id, believed) && !examination.isReplayed(id, mutant)) return "rejected";
  return state === "holds" ? "passed" : "refused";
};

const mutantsOf = (id: string, examination: Examination, stream: Stream, most: number): readonly Mutant[] => {
  const { believed, section } = examination.finding(id);
  const { content, withContent } = contentOf(believed!);
  return shuffled([...edits(content, section.declarations)], stream)
    .slice(0, most)
    .map((edit) => ({
      id,
      what: edit.what,
      equation: withContent(edit.term),
      fate: fateOf(id, believed!, edit, examination),
    }));
};

/** Up to `most` random mutants of each statement that holds by evaluation, each of them tried in its place. */
export const mutants = (examination: Examination, stream: Stream, most: number): readonly Mutant[] =>
  examination.ids.flatMap((id, i) => {
    const { certificates } = examination.finding(id);
    const isEvaluated = certificates.some(({ method }) => method === "evaluated");
    return isEvaluated ? mutantsOf(id, examination, stream.child(i), most) : [];
  });
