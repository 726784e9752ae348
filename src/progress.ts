/** How far long work has come, told to whatever shows it: a notebook kernel installs a reporter, elsewhere nobody listens. */

/** Called with the part that has been done, from 0 to 1, which ends the report. */
export type Report = (fraction: number) => void;

/** The key under which a host keeps its reporter, a function from a label to a report, on `globalThis`. */
export const reporter = Symbol.for("liouville.progress");

/** A report to the host under a label. */
export const reporting = (label: string): Report => {
  const open = (globalThis as { [reporter]?: (label: string) => Report })[reporter];
  return open?.(label) ?? (() => {});
};
