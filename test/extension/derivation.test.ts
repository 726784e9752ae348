import { describe, expect, test } from "vitest";
import { arrows, layers } from "../../extension/src/derivation-layers.js";
import { badges } from "../../kernel/page/derivation-badges.js";
import { asDerivation, type Step } from "../../kernel/page/derivation-form.js";
import { gaussian } from "../symbolic/show/gaussian.js";

const { steps } = asDerivation(structuredClone(gaussian));
const step = gaussian.steps[0]!;
const withStep = (change: object) => ({ title: "t", steps: [{ ...step, ...change }] });

test("reads what the library writes", () => {
  expect(steps.map(({ id }) => id)).toEqual(gaussian.steps.map(({ id }) => id));
  expect(steps[4]!.corrected).toEqual(gaussian.steps[4]!.corrected);
});

describe("refuses what is no derivation or too large", () => {
  test.each<[string, unknown]>([
    ["nothing", null],
    ["no steps", { title: "t" }],
    ["a list", []],
    ["an object for text", withStep({ rule: {} })],
    ["a long text", withStep({ tex: "x".repeat(6001) })],
    ["many premises", withStep({ from: Array(41).fill("a") })],
    ["many steps", { title: "t", steps: Array.from({ length: 401 }, (_, k) => ({ ...step, id: `${k}` })) }],
    ["an id twice", { title: "t", steps: [step, step] }],
    ["a foreign method", withStep({ certificates: [{ method: "believed", instances: 1, residual: 0 }] })],
    [
      "a residual that is no number",
      withStep({ certificates: [{ method: "evaluated", instances: 1, residual: null }] }),
    ],
  ])("%s", (_, value) => expect(() => asDerivation(value)).toThrow(/expected|longer|more than/));
});

test("a badge for each interpreter, hollow where it has said nothing, and the misprint first", () => {
  const states = (each: Step) => badges(each).map(({ shape, state }) => `${shape} ${state}`);
  expect(steps.map(states)).toEqual([
    ["bar plain"],
    ["square good", "circle good"],
    ["bar plain", "triangle good"],
    ["square open", "circle good"],
    ["cross bad", "square good", "circle good"],
  ]);
  const wrong = { ...steps[1]!, certificates: [{ method: "evaluated", instances: 3, residual: 0.5 } as const] };
  expect(states(wrong)).toEqual(["square open", "circle bad"]);
});

test("every equation stands below what it follows from, no two in one place, and circles do no harm", () => {
  const placed = layers(steps);
  for (const [from, to] of arrows(steps)) expect(placed[to]!.layer).toBeGreaterThan(placed[from]!.layer);
  const wide = Array.from(
    { length: 30 },
    (_, k): Step => ({ ...steps[0]!, id: `${k}`, from: [`${(k + 1) % 30}`, "?"] }),
  );
  const places = layers(wide).map(({ layer, place }) => `${layer} ${place}`);
  expect(new Set(places).size).toBe(30);
});
