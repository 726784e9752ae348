import type { Equation } from "./equation.js";
import type { Assumptions } from "./interpreters.js";
import { type Placed, restsOn } from "./reach.js";

/** What is believed of a statement when another is judged: its equation, as printed or as corrected; nothing of words. */
export type Belief = (id: string) => Equation | undefined;

const equations = (ids: readonly string[], belief: Belief): readonly Equation[] =>
  ids.flatMap((id) => {
    const equation = belief(id);
    return equation ? [equation] : [];
  });

/**
 * What a statement is judged under: every definition that it rests on, however far, and the equations it follows from directly.
 * `instead` says what to take for one of them, whatever is believed of it.
 */
export const assumptionsOf = (
  id: string,
  all: ReadonlyMap<string, Placed>,
  belief: Belief,
  instead: ReadonlyMap<string, Equation> = new Map(),
): Assumptions => {
  const { section, statement } = all.get(id)!;
  const isDefinition = (other: string) => all.get(other)!.statement.kind === "definition";
  const taken: Belief = (other) => instead.get(other) ?? belief(other);
  const direct = new Set([...statement.from, ...instead.keys()]);
  const reached = new Set([...restsOn(id, all), ...instead.keys()]);
  return {
    declarations: section.declarations,
    definitions: equations([...reached].filter(isDefinition), taken),
    premises: equations(
      [...direct].filter((other) => !isDefinition(other)),
      taken,
    ),
    flow: statement.flow ?? "newton",
  };
};
