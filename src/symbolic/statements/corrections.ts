import type { Declarations } from "../terms/declarations.js";
import { edits } from "./edits.js";
import type { Equation } from "./equation.js";
import type { Outcome } from "./outcome.js";

/** An equation that holds and differs from the printed one in one small thing. */
export interface Correction {
  readonly what: string;
  readonly equation: Equation;
}

/** The side that carries the content, and the equation with another in its place. */
export const contentOf = ({ left, right }: Equation) =>
  right.head === "number"
    ? { content: left, withContent: (content: typeof left): Equation => ({ left: content, right }) }
    : { content: right, withContent: (content: typeof left): Equation => ({ left, right: content }) };

/**
 * The smallest edits of an equation that hold: all of the smallest size at which there is one, none where no single edit does.
 * Each is tried on one concrete system, and what passes on all of them.
 */
export const corrections = (
  printed: Equation,
  declarations: Declarations,
  trial: (equation: Equation, instances?: number) => Outcome,
): readonly Correction[] => {
  const { content, withContent } = contentOf(printed);
  const found: (Correction & { size: number })[] = [];
  for (const { what, size, term } of edits(content, declarations)) {
    if (found.length > 0 && size > found[0]!.size) break;
    const equation = withContent(term);
    if (trial(equation, 1).state === "holds" && trial(equation).state === "holds") found.push({ what, size, equation });
  }
  return found.map(({ what, equation }) => ({ what, equation }));
};
