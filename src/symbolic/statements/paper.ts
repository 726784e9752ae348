import type { Declarations } from "../terms/declarations.js";
import type { Statement } from "./statement.js";

/** Statements that share their names, in the order of print. */
export interface Section {
  readonly title: string;
  readonly declarations: Declarations;
  readonly statements: readonly Statement[];
}

/** A paper as printed. */
export interface Paper {
  /** The number that the command line knows it by: "001". */
  readonly key: string;
  readonly title: string;
  readonly sections: readonly Section[];
}
