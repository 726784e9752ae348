import { type Displayable, display, type MimeBundle } from "../display.js";
import { PhysicsError } from "../errors.js";
import { type Stream, stream } from "../random/index.js";
import { parseSides, tex } from "../symbolic/notation/index.js";
import { type Examination, examine } from "../symbolic/statements/examine.js";
import { type Mutant, mutants } from "../symbolic/statements/mutants.js";
import type { Paper } from "../symbolic/statements/paper.js";
import { type Placed, placed } from "../symbolic/statements/reach.js";
import type { Statement } from "../symbolic/statements/statement.js";
import { type Evidence, evidenceOf, type Gather } from "./evidence/evidence.js";
import { interpreters } from "./interpreters.js";
import { type Ledger, ledgerOf } from "./ledger.js";

/** A statement as it was judged; it shows itself as a ledger of one row does. */
export type Checked = Ledger;

/** A statement of a paper as printed; `check` judges it, on other systems with another stream. */
export interface Printed extends Displayable {
  readonly statement: Statement;
  check(stream?: Stream): Checked;
}

/** A paper whose statements check themselves. */
export interface Derivation extends Displayable {
  readonly paper: Paper;
  /** A statement by its number, or by its id. @throws PhysicsError "unknown-key" where the paper has no such number */
  equation(id: number | string): Printed;
  /** Every statement judged, on concrete systems drawn from the stream. */
  check(stream: Stream): Ledger;
  /** Every statement judged, with the seed "ledger". */
  ledger(): Ledger;
  /** Random changes of statements that hold, up to `most` of each, and what became of them. */
  mutants(stream: Stream, most: number): readonly Mutant[];
  /**
   * What simulations and exactly solved systems say of a hypothesis or a limit, with the power at which they come to it. It tells
   * its progress to the host, and stops at the signal. @throws PhysicsError "unknown-key" where there is none for it
   */
  evidence(id: number | string, stream?: Stream, options?: { readonly signal?: AbortSignal }): Promise<Evidence>;
}

const instances = 3;

const examinationOf = (paper: Paper, source: Stream): Examination =>
  examine(paper, interpreters, { stream: source, instances });

/** The statement as printed in LaTeX, with its number; as text where it cannot be read as declared, or stands in words. */
const printedTex = ({ statement, section }: Placed): MimeBundle => {
  const plain = { "text/plain": `(${statement.id}) ${statement.kind}: ${statement.printed}` };
  if (statement.words) return plain;
  try {
    const sides = parseSides(statement.printed, section.declarations).map((side) => tex(side, section.declarations));
    return { "text/latex": `$$${sides.join(" = ")}\\tag{${statement.id}}$$`, ...plain };
  } catch (error) {
    if (error instanceof PhysicsError) return plain;
    throw error;
  }
};

/** The displays that belong to a number, or the range of the numbers where there is no such number. */
const near = (id: string, ids: readonly string[]): string => {
  const numberOf = (each: string) => each.split(".")[0]!;
  const family = ids.filter((each) => numberOf(each) === numberOf(id));
  if (family.length > 0) return `one of ${family.join(", ")}`;
  const numbered = ids.filter((each) => /^[1-9]\d*$/.test(each));
  const display = ids.find((each) => each.includes("."));
  return `a number from ${numbered[0]} to ${numbered.at(-1)}, or a display between them such as ${display}`;
};

const printedOf = (paper: Paper, id: string): Printed => {
  const all = placed(paper);
  const here = all.get(id);
  if (!here)
    throw new PhysicsError("unknown-key", {
      what: `Paper ${paper.key} has no equation (${id})`,
      expected: near(id, [...all.keys()]),
      remedy: "Its ledger() lists them all",
    });
  const check = (source = stream("ledger")) => ledgerOf([examinationOf(paper, source).finding(id)]);
  const { statement } = here;
  return {
    statement,
    check,
    [display]: () => printedTex(here),
  };
};

const noEvidence = (paper: Paper, id: string, evidence: ReadonlyMap<string, Gather>): never => {
  throw new PhysicsError("unknown-key", {
    what: `There is no evidence for (${id}) of paper ${paper.key}`,
    expected: `one of ${[...evidence.keys()].join(", ")}`,
    remedy: "Identities are certified by equation(…).check()",
  });
};

/** A paper that checks itself, with what evidence there is for its hypotheses and limits. */
export const derivation = (paper: Paper, evidence: ReadonlyMap<string, Gather> = new Map()): Derivation => {
  const check = (source: Stream): Ledger => {
    const examination = examinationOf(paper, source);
    return ledgerOf(examination.ids.map(examination.finding));
  };
  return {
    paper,
    equation: (id) => printedOf(paper, String(id)),
    check,
    ledger: () => check(stream("ledger")),
    mutants: (source, most) => mutants(examinationOf(paper, source), source, most),
    evidence: async (id, source = stream("evidence"), { signal } = {}) => {
      const gather = evidence.get(String(id)) ?? noEvidence(paper, String(id), evidence);
      return evidenceOf(String(id), await gather({ stream: source, signal }));
    },
    [display]: () => ({ "text/plain": `${paper.title}: ${placed(paper).size} statements; ledger() judges them` }),
  };
};
