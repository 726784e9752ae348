import { expect, it } from "vitest";
import { durationText, rateText } from "../../../kernel/progress/duration.js";

it.each([
  [0, "0 s"],
  [0.0421, "0.042 s"],
  [9.94, "9.9 s"],
  [9.97, "10 s"],
  [59.4, "59 s"],
  [59.6, "1:00 min"],
  [125, "2:05 min"],
  [3599.7, "1:00:00 h"],
  [90125, "25:02:05 h"],
])("%d s is said as %s", (seconds, text) => expect(durationText(seconds)).toBe(text));

it.each([
  [0.02, "steps", "1.2 steps/min"],
  [0.35, "", "0.35 /s"],
  [12.34, "steps", "12.3 steps/s"],
  [4.1e5, "steps", "410 k steps/s"],
  [3.2e6, "", "3.2 M/s"],
  [2e9, "", "2 G/s"],
])("%d /s of “%s” is said as %s", (rate, unit, text) => expect(rateText(rate, unit)).toBe(text));
