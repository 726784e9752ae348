/** What `liouville run` says when a notebook is done, and at the end of several. */

import { pathToFileURL } from "node:url";
import { describeDifference } from "../../notebook/describe-difference.js";
import { describeFailure } from "../../notebook/failure.js";
import { spanOf } from "../seconds.js";
import type { Outcome } from "./run-one.js";

export const isGood = ({ failure, differences }: Outcome): boolean => failure === undefined && differences.length === 0;

/** The lines about one notebook: how it went, what differs, what was written. */
export const reportOf = (
  { path, seconds, failure, tolerated, differences, unknown, written }: Outcome,
  checked: boolean,
): string => {
  const head = () => {
    if (failure) return `✗ ${path} · ${describeFailure(failure)}`;
    if (differences.length > 0) return `✗ ${path} · ${differences.length} differences from the stored outputs`;
    const failed = tolerated > 0 ? ` · ${tolerated} ${tolerated === 1 ? "cell" : "cells"} failed` : "";
    return `✓ ${path} · ${spanOf(seconds)}${failed}${checked ? " · outputs as stored" : ""}`;
  };
  return [
    head(),
    ...differences.map(describeDifference),
    ...unknown.map((name) => `  ! the parameters cell of ${path} does not mention ${name}`),
    ...written.map((file) => `  → ${file}${file.endsWith(".html") ? `   ${pathToFileURL(file)}` : ""}`),
  ].join("\n");
};

/** The last line of a call with several notebooks. */
export const summaryOf = (good: number, bad: readonly string[], seconds: number): string => {
  const total = good + bad.length;
  const failed = bad.length > 0 ? `; failed: ${bad.join(", ")}` : "";
  return `${good} of ${total} notebooks ran in ${spanOf(seconds)}${failed}`;
};
