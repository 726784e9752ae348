/** A progress bar that is told how far things are. */

import { end, type Gauge, look } from "./gauge.js";

export interface Bar {
  /** `n` more have been done, one if not given. */
  step(n?: number): void;
  /** The part that has been done, from 0 to 1, which ends the bar. It can be passed on alone: `{ progress: bar.report }`. */
  readonly report: (fraction: number) => void;
  /** Ends the bar, with the total time and rate. */
  done(): void;
}

/** The bar of a gauge. */
export const barOf = (gauge: Gauge): Bar => ({
  step(n = 1) {
    const { count, total = Number.POSITIVE_INFINITY } = gauge;
    gauge.count = count + n;
    gauge.unseen += 1;
    if (count < total && count + n >= total) end(gauge, "done");
    else if (gauge.unseen >= gauge.stride) look(gauge);
  },
  report(fraction) {
    if (!(fraction >= 0)) return;
    gauge.fractional ||= gauge.total === undefined;
    gauge.total ??= 1;
    const count = Math.min(1, fraction) * gauge.total;
    gauge.count = gauge.fractional ? count : Math.round(count);
    if (fraction >= 1) end(gauge, "done");
    else look(gauge);
  },
  done: () => end(gauge, "done"),
});
