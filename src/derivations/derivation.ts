import { type Displayable, display, type MimeBundle } from "../display.js";
import { PhysicsError } from "../errors.js";
import { type Stream, stream } from "../random/index.js";
import { parseSides, tex } from "../symbolic/notation/index.js";
import { type Examination, examine } from "../symbolic/statements/examine.js";
import { type Mutant, mutants } from "../symbolic/statements/mutants.js";
import type { Paper } from "../symbolic/statements/paper.js";
import { type Placed, placed } from "../symbolic/statements/reach.js";
import type { Statement } from "../symbolic/statements/statement.js";
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

const printedOf = (paper: Paper, id: string): Printed => {
  const all = placed(paper);
  const here = all.get(id);
  if (!here)
    throw new PhysicsError("unknown-key", {
      what: `Paper ${paper.key} has no equation (${id})`,
      expected: `one of ${[...all.keys()].join(", ")}`,
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

/** A paper that checks itself. */
export const derivation = (paper: Paper): Derivation => {
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
    [display]: () => ({ "text/plain": `${paper.title}: ${placed(paper).size} statements; ledger() judges them` }),
  };
};
