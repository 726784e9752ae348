/** Each rule of `reduce` broken in turn: the certificate of the first line that it makes refutes it. */

import { afterEach, expect, it, vi } from "vitest";
import type { Monomial } from "../../../src/symbolic/monomials/monomial.js";
import type { Hole } from "../../../src/symbolic/reduce/closure.js";
import type { Problem } from "../../../src/symbolic/reduce/problem.js";
import { minus, number, times } from "../../../src/symbolic/terms/build.js";
import { rebuild } from "../../../src/symbolic/terms/rebuild.js";
import type { Term } from "../../../src/symbolic/terms/term.js";

const folder = "../../../src/symbolic/reduce/";
const particle: Problem = { slow: ["R"] };
const both: Problem = { slow: ["R", "P"], order: { R: "-1/2", P: "-1/2", force: "1/2" } };
const pair: Problem = { slow: ["R_1", "R_2"] };

type Function = (...args: never[]) => unknown;
/** A function whose result is changed. */
const then =
  <T>(change: (result: T) => unknown) =>
  (before: Function): Function =>
  (...args) =>
    change(before(...args) as T);

/** A module with one of its functions changed. */
const broken = (file: string, name: string, change: (before: Function) => Function): void => {
  vi.doMock(`${folder}${file}.js`, async (original) => {
    const module = (await original()) as Record<string, Function>;
    return { ...module, [name]: change(module[name]!) };
  });
};

const refuted = async (problem: Problem): Promise<readonly string[]> => {
  vi.resetModules();
  const { reduce } = (await import(`${folder}limit.js`)) as typeof import("../../../src/symbolic/reduce/limit.js");
  const { steps } = reduce(problem).check({ seed: "broken" });
  return steps.filter(({ outcome }) => outcome?.state === "fails").map(({ id }) => id);
};

afterEach(() => {
  for (const file of ["mean-force", "closure", "parity", "velocity", "fold", "calculus", "equation"])
    vi.doUnmock(`${folder}${file}.js`);
});

const replaced = (of: Term, from: Term, to: Term): Term =>
  of.key === from.key
    ? to
    : rebuild(
        of,
        of.parts.map((part) => replaced(part, from, to)),
      );

const scaledHole = (by: Term) => then((hole: Hole) => ({ ...hole, definition: times(by, hole.definition) }));

it.each<[string, Problem, string, () => void]>([
  ["the sign of the mean force", particle, "ρ̂ by R", () => broken("mean-force", "logarithmicDerivative", then(minus))],
  [
    "a factor of the slopes of ln Q",
    both,
    "ρ̂ by Φ",
    () =>
      broken(
        "mean-force",
        "logarithmicDerivative",
        then((result: Term) => times(number(2), result)),
      ),
  ],
  [
    "a mean that does not vanish taken to vanish by parity",
    both,
    "secular",
    () => broken("parity", "vanishesByParity", () => () => true),
  ],
  ["a factor of the correlation", particle, "flux", () => broken("closure", "correlation", scaledHole(number(2)))],
  [
    "the mean left in the correlation",
    both,
    "flux",
    () =>
      broken(
        "closure",
        "correlation",
        then((hole: Hole) => {
          const [body] = hole.definition.parts;
          return { ...hole, definition: replaced(hole.definition, body!, body!.parts[0]!) };
        }),
      ),
  ],
  [
    "a correlation of the first rate with itself in the place of another",
    pair,
    "Onsager γ_(1,1)",
    () => broken("closure", "correlation", (before) => (a, _b, alone) => before(a, a, alone)),
  ],
  ["the sign of a velocity", particle, "rate of R", () => broken("velocity", "velocity", then(minus))],
  [
    "a factor of what the names stand for",
    both,
    "rate of Φ",
    () =>
      broken(
        "fold",
        "fold",
        then((all: readonly Monomial[]) => all.map((each) => ({ ...each, coefficient: each.coefficient.mul(3) }))),
      ),
  ],
  [
    "the sign of the slope of ln Q where W is differentiated",
    particle,
    "ρ₁",
    () =>
      broken(
        "calculus",
        "thermalGradient",
        (before) => (by, logQ, density) => before(by, minus(logQ) as never, density),
      ),
  ],
  [
    "a factor of the diffusion",
    particle,
    "flux",
    () =>
      broken(
        "equation",
        "diffusive",
        then((result: Term) => times(number(4), result)),
      ),
  ],
  [
    "the sign of streaming",
    both,
    "flux",
    () =>
      broken(
        "equation",
        "streaming",
        then((results: Term[]) => results.map((each) => minus(each))),
      ),
  ],
])("%s is found out", { timeout: 120_000 }, async (_, problem, line, breakRule) => {
  breakRule();
  const found = await refuted(problem);
  expect(found[0]).toBe(line);
});
