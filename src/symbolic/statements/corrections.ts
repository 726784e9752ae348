import type { Declarations } from "../terms/declarations.js";
import type { Term } from "../terms/term.js";
import { edits } from "./edits.js";
import type { Equation } from "./equation.js";
import type { Outcome } from "./outcome.js";

/** An equation that holds and differs from the printed one in one small thing. */
export interface Correction {
  readonly what: string;
  readonly equation: Equation;
}

/** How an equation fares, on as many systems as are asked for. */
export type Trial = (equation: Equation, instances?: number) => Outcome;

/** The side that carries the content, and the equation with another in its place. */
export const contentOf = ({ left, right }: Equation) =>
  right.head === "number"
    ? { content: left, withContent: (content: typeof left): Equation => ({ left: content, right }) }
    : { content: right, withContent: (content: typeof left): Equation => ({ left, right: content }) };

/**
 * The smallest edits of an equation that hold: all of the smallest size at which there is one, none where no single edit does.
 * Each is tried on one concrete system, and what passes on all of them.
 */
export const corrections = (printed: Equation, declarations: Declarations, trial: Trial): readonly Correction[] => {
  const { content, withContent } = contentOf(printed);
  const found: (Correction & { size: number })[] = [];
  for (const { what, size, term } of edits(content, declarations)) {
    if (found.length > 0 && size > found[0]!.size) break;
    const equation = withContent(term);
    if (trial(equation, 1).state === "holds" && trial(equation).state === "holds") found.push({ what, size, equation });
  }
  return found.map(({ what, equation }) => ({ what, equation }));
};

/** How many pairs of edits are tried at most. */
export const mostPairs = 400;

/** Pairs of the smallest edits, a sign, a product or an index, and of such an edit with a number; no more than `mostPairs`. */
function* pairs(root: Term, declarations: Declarations): Generator<{ readonly what: string; readonly term: Term }> {
  const seen = new Set([root.key]);
  for (const largest of [2, 3])
    for (const first of edits(root, declarations)) {
      if (first.size > 2) break;
      for (const second of edits(first.term, declarations)) {
        if (second.size > largest) break;
        if (seen.has(second.term.key)) continue;
        seen.add(second.term.key);
        yield { what: `${first.what}, and ${second.what}`, term: second.term };
        if (seen.size > mostPairs) return;
      }
    }
}

/** The first pair of small edits of an equation that holds, where no single edit does; none where that is none of those tried. */
export const pairCorrection = (printed: Equation, declarations: Declarations, trial: Trial): readonly Correction[] => {
  const { content, withContent } = contentOf(printed);
  for (const { what, term } of pairs(content, declarations)) {
    const equation = withContent(term);
    if (trial(equation, 1).state === "holds" && trial(equation).state === "holds") return [{ what, equation }];
  }
  return [];
};
