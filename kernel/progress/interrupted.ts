/** What an interrupt leaves behind: JavaScript is stopped without a chance to tidy up, so the runtime calls this afterwards. */

import { processWide } from "../widgets/process-wide.js";

const state = processWide("interruptions", () => ({ count: 0, running: new Set<() => void>() }));

/** How often the runtime has been interrupted. */
export const interruptions = (): number => state.count;

/** `left` is called at the next interrupt, unless the function returned has been called before. */
export const onInterrupt = (left: () => void): (() => void) => {
  state.running.add(left);
  return () => void state.running.delete(left);
};

/** To be called after each interrupt: progress bars show it, and handlers that were stopped no longer hold up later ones. */
export const markInterrupted = (): void => {
  state.count += 1;
  const left = [...state.running];
  state.running.clear();
  for (const each of left) each();
};
