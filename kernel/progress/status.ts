/** What a progress bar says at one moment. */

import { durationText, rateText } from "./duration.js";

export interface Status {
  readonly label: string;
  readonly unit: string;
  readonly phase: "running" | "done" | "stopped" | "interrupted";
  readonly count: number;
  /** Undefined where it is not known in advance. */
  readonly total: number | undefined;
  /** True where the count is only a fraction of a whole. */
  readonly fractional: boolean;
  /** Since the beginning, in s. */
  readonly seconds: number;
}

/** The part done, from 0 to 1; undefined without a total. */
export const fractionOf = ({ count, total }: Status): number | undefined => {
  if (total === undefined) return undefined;
  return total > 0 ? Math.min(1, count / total) : 1;
};

const counted = ({ count, total, unit, fractional }: Status): string[] => {
  if (fractional) return [];
  const shown = count.toLocaleString("en");
  return [`${total === undefined ? shown : `${shown}/${total.toLocaleString("en")}`}${unit === "" ? "" : ` ${unit}`}`];
};

const rate = ({ count, seconds, unit, fractional }: Status): string[] =>
  fractional || count === 0 || seconds <= 0 ? [] : [rateText(count / seconds, unit)];

const left = (status: Status): string[] => {
  const fraction = fractionOf(status);
  if (fraction === undefined || fraction <= 0 || status.seconds <= 0) return [];
  return [`${durationText((status.seconds * (1 - fraction)) / fraction)} left`];
};

/** The words beside the bar: counts, then rate and time left, or what became of it and how long it took. */
export const words = (status: Status): string => {
  const { phase, seconds } = status;
  const percent = fractionOf(status);
  const part = percent === undefined ? [] : [`${Math.floor(percent * 100)} %`];
  if (phase === "running") return [...part, ...counted(status), ...rate(status), ...left(status)].join(" · ");
  const end = phase === "done" ? `in ${durationText(seconds)}` : `${phase} after ${durationText(seconds)}`;
  return [...(phase === "done" ? [] : part), ...counted(status), end, ...rate(status)].join(" · ");
};
