import type { Equation } from "./equation.js";
import type { Assumptions, Grounds } from "./interpreters.js";
import { type Placed, restsOn } from "./reach.js";

/** What is believed of a statement when another is judged: its equation, as printed or as corrected; nothing of words. */
export type Belief = (id: string) => Equation | undefined;

/** Equations that are put in the place of what is believed. */
export type Instead = ReadonlyMap<string, Equation>;

const equations = (ids: readonly string[], belief: Belief): ReadonlyMap<string, Equation> =>
  new Map(
    ids.flatMap((id) => {
      const equation = belief(id);
      return equation ? [[id, equation] as const] : [];
    }),
  );

/**
 * The ids of every definition that a statement, or what is taken instead of one that it rests on, rests on, however far, and of the
 * others that it follows from directly.
 */
const under = (id: string, all: ReadonlyMap<string, Placed>, instead: Instead) => {
  const isDefinition = (other: string) => all.get(other)!.statement.kind === "definition";
  const direct = new Set([...all.get(id)!.statement.from, ...instead.keys()]);
  const reached = new Set([id, ...instead.keys()].flatMap((other) => [other, ...restsOn(other, all)]));
  reached.delete(id);
  return {
    definitions: [...reached].filter(isDefinition),
    premises: [...direct].filter((other) => !isDefinition(other)),
  };
};

/**
 * What a statement is judged under: every definition that it rests on, however far, and the equations it follows from directly.
 * `instead` says what to take for one of them, whatever is believed of it.
 */
export const assumptionsOf = (
  id: string,
  all: ReadonlyMap<string, Placed>,
  belief: Belief,
  instead: Instead = new Map(),
): Assumptions => {
  const { section, statement } = all.get(id)!;
  const taken: Belief = (other) => instead.get(other) ?? belief(other);
  const { definitions, premises } = under(id, all, instead);
  return {
    declarations: section.declarations,
    definitions: [...equations(definitions, taken).values()],
    premises: [...equations(premises, taken).values()],
    flow: statement.flow ?? "newton",
  };
};

/** What a statement is replayed from: the same and its lemmas, by number, and what is said in words; with what stands `instead`, also from what that follows from. */
export const groundsOf = (
  id: string,
  all: ReadonlyMap<string, Placed>,
  belief: Belief,
  instead: Instead = new Map(),
): Grounds => {
  const served = [id, ...instead.keys()];
  const grounds = served.map((each) => under(each, all, instead));
  const lemmas = served.flatMap((each) => all.get(each)!.statement.lemmas ?? []);
  const definitions = [...new Set(grounds.flatMap((each) => each.definitions))];
  const used = new Set([...definitions, ...grounds.flatMap(({ premises }) => premises), ...lemmas]);
  const ids = [...used].filter((each) => each !== id);
  const worded = ids.map((other) => all.get(other)!.statement).filter(({ words }) => words);
  return {
    declarations: all.get(id)!.section.declarations,
    equations: equations(ids, (other) => instead.get(other) ?? belief(other)),
    definitions: new Set(ids.filter((other) => all.get(other)!.statement.kind === "definition")),
    words: new Map(worded.map(({ id: number, printed }) => [number, printed])),
  };
};
