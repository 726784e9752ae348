/** One who is asked in a work, and what came back. */

import type { Reply } from "./program.js";
import type { Programs } from "./programs.js";
import type { Question } from "./work.js";

export interface Runner {
  readonly name: string;
  readonly version: string;
  /** Of all rounds; none from one that cannot do the work. */
  readonly replies: readonly Reply[];
  /** Asks once; the reply is kept where it counts. */
  run(counts: boolean): Promise<void>;
}

/** A program that could not be had, or that fails, has no replies; the failure is said once. */
export const runner = (name: string, asked: Question, programs: Programs, say: (line: string) => void): Runner => {
  const program = programs.get(asked.program);
  const replies: Reply[] = [];
  let able = program !== undefined;
  const run = async (counts: boolean): Promise<void> => {
    if (!able) return;
    try {
      const reply = await program!.ask(asked.request);
      if (counts) replies.push(reply);
    } catch (error) {
      able = false;
      replies.length = 0;
      say(`${name} cannot do "${asked.request.work}": ${(error as Error).message}`);
    }
  };
  return { name, version: program?.version ?? "", replies, run };
};
