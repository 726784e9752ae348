/** The progress of the library's long work: a bar that appears when the work lasts, and goes when it is done. */

import { host } from "../runtime/host.js";
import { type Bar, barOf } from "./bar.js";
import { type Gauge, openGauge } from "./gauge.js";

/** Work that ends within this time (ms) shows no bar. */
const soon = 700;

const remove = (gauge: Gauge): void => {
  gauge.forget();
  gauge.phase = "done";
  host().publish("update_display_data", { data: {}, metadata: {}, transient: { display_id: gauge.id } });
};

/** Opens a report: called with the part that has been done, from 0 to 1. */
export const libraryProgress = (label: string): ((fraction: number) => void) => {
  const start = performance.now();
  let shown: { readonly gauge: Gauge; readonly bar: Bar } | undefined;
  return (fraction) => {
    if (fraction >= 1) {
      if (shown) remove(shown.gauge);
      return;
    }
    if (!shown && performance.now() - start > soon) {
      const gauge = openGauge(undefined, label, "");
      gauge.start = start;
      shown = { gauge, bar: barOf(gauge) };
    }
    shown?.bar.report(fraction);
  };
};
