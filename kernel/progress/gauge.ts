/** The state of one progress bar, drawn under its cell at most ten times a second. */

import { randomUUID } from "node:crypto";
import { host } from "../runtime/host.js";
import { boundToCell } from "../widgets/context.js";
import { onInterrupt } from "./interrupted.js";
import { pictureOf } from "./picture.js";
import type { Status } from "./status.js";

export interface Gauge {
  readonly id: string;
  readonly label: string;
  readonly unit: string;
  readonly inCell: (work: () => void) => void;
  total: number | undefined;
  fractional: boolean;
  count: number;
  phase: Status["phase"];
  /** Times in ms: of the beginning, of the last look at the clock, of the last drawing. */
  start: number;
  looked: number;
  drawn: number;
  /** Steps since the last look, and how many there may be until the next. */
  unseen: number;
  stride: number;
  forget(): void;
}

/** Time between two drawings, in ms. */
const frame = 100;
/** Reading the clock costs about 40 ns: up to 64 iterations of a fast loop share one look, slow ones (above 1 ms) have their own. */
const longestStride = 64;

const draw = (gauge: Gauge, type: "display_data" | "update_display_data"): void => {
  gauge.drawn = gauge.looked;
  const seconds = (gauge.looked - gauge.start) / 1000;
  host().publish(type, { ...pictureOf({ ...gauge, seconds }), transient: { display_id: gauge.id } });
};

const run = (gauge: Gauge): void => {
  gauge.forget();
  gauge.phase = "running";
  gauge.forget = onInterrupt(() => gauge.inCell(() => end(gauge, "interrupted")));
};

/** Draws the last state of a bar; a bar that has ended stays as it is. */
export const end = (gauge: Gauge, phase: Status["phase"]): void => {
  if (gauge.phase !== "running") return;
  gauge.forget();
  gauge.looked = performance.now();
  gauge.phase = phase;
  draw(gauge, "update_display_data");
};

/** Counts afresh from now on. */
export const begin = (gauge: Gauge): void => {
  run(gauge);
  gauge.start = gauge.looked = performance.now();
  gauge.drawn = gauge.looked;
  gauge.count = 0;
  gauge.unseen = 0;
  gauge.stride = 1;
};

/** Looks at the clock, draws the bar if it is time to, and chooses the stride to the next look; an ended bar runs again. */
export const look = (gauge: Gauge): void => {
  const now = performance.now();
  gauge.stride = now - gauge.looked > 1 ? 1 : Math.min(longestStride, 2 * gauge.stride);
  gauge.looked = now;
  gauge.unseen = 0;
  if (gauge.phase !== "running") run(gauge);
  if (now - gauge.drawn >= frame) draw(gauge, "update_display_data");
};

/** A bar that has just appeared. @throws Error outside a notebook kernel. */
export const openGauge = (total: number | undefined, label: string, unit: string): Gauge => {
  const gauge: Gauge = {
    id: randomUUID(),
    label,
    unit,
    inCell: boundToCell((work: () => void) => work()),
    total,
    fractional: false,
    count: 0,
    phase: "running",
    start: 0,
    looked: 0,
    drawn: 0,
    unseen: 0,
    stride: 1,
    forget() {},
  };
  begin(gauge);
  draw(gauge, "display_data");
  return gauge;
};
