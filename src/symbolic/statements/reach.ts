import { PhysicsError } from "../../errors.js";
import type { Paper, Section } from "./paper.js";
import type { Statement } from "./statement.js";

/** A statement and the section that it stands in. */
export interface Placed {
  readonly section: Section;
  readonly statement: Statement;
}

const refuse = (what: string, expected: string, remedy: string): never => {
  throw new PhysicsError("parameter", { what, expected, remedy });
};

const needed = ({ from, serves = [], lemmas = [] }: Statement): readonly string[] => [...from, ...serves, ...lemmas];

/** What is reached from some statements by what they follow from and by their lemmas, these statements among it. */
const reachedFrom = (ids: readonly string[], all: ReadonlyMap<string, Placed>): ReadonlySet<string> => {
  const reached = new Set(ids);
  for (const id of reached) {
    const { from, lemmas = [] } = all.get(id)!.statement;
    for (const next of [...from, ...lemmas]) reached.add(next);
  }
  return reached;
};

/** The statements of a paper by id. @throws PhysicsError "parameter" where an id stands twice, or a statement rests on one that is not there, or on itself, or is judged by one that does */
export const placed = (paper: Paper): ReadonlyMap<string, Placed> => {
  const all = new Map<string, Placed>();
  for (const section of paper.sections)
    for (const statement of section.statements) {
      if (all.has(statement.id))
        refuse(`(${statement.id}) stands twice in ${paper.key}`, "one statement for each id", "Number it anew");
      all.set(statement.id, { section, statement });
    }
  for (const { statement } of all.values())
    for (const id of needed(statement))
      if (!all.has(id)) refuse(`(${statement.id}) rests on (${id})`, `a statement of ${paper.key}`, "Correct its from");
  for (const { statement } of all.values())
    if (reachedFrom([...statement.from, ...(statement.lemmas ?? [])], all).has(statement.id))
      refuse(`(${statement.id}) rests on itself`, "grounds that are proved without it", "Name another ground or lemma");
  for (const { statement } of all.values())
    for (const id of statement.serves ?? [])
      if (reachedFrom(all.get(id)!.statement.lemmas ?? [], all).has(statement.id))
        refuse(
          `(${statement.id}) is judged by (${id}), a lemma of which rests on it`,
          "uses proved on their own",
          "Name another use",
        );
  return all;
};

/** Every statement that one rests on, directly or through others, itself left out. */
export const restsOn = (id: string, all: ReadonlyMap<string, Placed>): readonly string[] => {
  const reached = new Set<string>([id]);
  const visit = (here: string): void => {
    for (const next of all.get(here)!.statement.from)
      if (!reached.has(next)) {
        reached.add(next);
        visit(next);
      }
  };
  visit(id);
  return [...reached].slice(1);
};
