/** Long work that can be done in turns. */

import { breathing } from "./breath.js";
import { reporting } from "./progress.js";

/** Work that pauses now and then to yield the part of it that has been done, from 0 to 1, and returns its result. */
export type Turns<T> = Generator<number, T>;

/** The same work as a part of a longer one, of which `share` says how much has been done. */
export function* within<T>(turns: Turns<T>, share: (part: number) => number): Turns<T> {
  for (;;) {
    const turn = turns.next();
    if (turn.done) return turn.value;
    yield share(turn.value);
  }
}

/** Does all of the work at once. */
export const atOnce = <T>(turns: Turns<T>): T => {
  for (;;) {
    const turn = turns.next();
    if (turn.done) return turn.value;
  }
};

/** Does the work with pauses in which the event loop gets its turn, and reports under the label how far it has come.
 *  @throws what the work throws, and the reason of an aborted `signal` */
export const inTurns = async <T>(label: string, turns: Turns<T>, signal?: AbortSignal): Promise<T> => {
  const report = reporting(label);
  const breath = breathing(signal);
  try {
    for (;;) {
      await breath();
      const turn = turns.next();
      if (turn.done) return turn.value;
      report(turn.value);
    }
  } finally {
    report(1);
  }
};
