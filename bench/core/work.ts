/** What a work to be measured consists of. */

import type { Reply, Request } from "./program.js";

/** Who is asked for what. */
export interface Question {
  readonly program: string;
  readonly request: Request;
}

export interface Peer extends Question {
  /** What it is called in the table. */
  readonly name: string;
  /** What issue and design promise: ours to theirs, above 1 where ours is better. */
  readonly target?: string;
  /** Too slow to be asked once more than is counted, and as fast the first time. */
  readonly cold?: true;
}

export interface Work {
  readonly name: string;
  readonly meaning: string;
  readonly unit: string;
  readonly rounds: number;
  readonly ours: Question;
  readonly peers: readonly Peer[];
  /** What is promised of ours alone, where nobody else is asked. */
  readonly limit?: string;
  /** What is shown of a reply. */
  readonly figure: (reply: Reply) => number;
  /** Of speeds more is better, of times and errors less. */
  readonly better: "more" | "less";
  /** In what two answers differ by more than they may; undefined where they agree. */
  readonly difference: (ours: readonly number[], theirs: readonly number[]) => string | undefined;
  readonly exact?: Exact;
}

/** An exact answer, from which the errors of ours and theirs are told and compared as well. */
export interface Exact extends Question {
  readonly unit: string;
  readonly error: (answer: readonly number[], exact: readonly number[]) => number;
  readonly target: string;
}

/** The request for a work by its name. */
export const question = (program: string, work: string, parameters: Request): Question => ({
  program,
  request: { ...parameters, work },
});
