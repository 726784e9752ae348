import { describe, expect, test } from "vitest";
import { PhysicsError } from "../../../src/errors.js";
import { stream } from "../../../src/random/index.js";
import { assumptionsOf } from "../../../src/symbolic/statements/assumptions.js";
import type { Equation } from "../../../src/symbolic/statements/equation.js";
import type { Interpreters } from "../../../src/symbolic/statements/interpreters.js";
import { type Docket, judge } from "../../../src/symbolic/statements/judge.js";
import { outcomeOf, together } from "../../../src/symbolic/statements/outcome.js";
import type { Paper } from "../../../src/symbolic/statements/paper.js";
import { type Placed, placed } from "../../../src/symbolic/statements/reach.js";
import type { Kind, Statement } from "../../../src/symbolic/statements/statement.js";
import { minus, number, plus, power, symbol, times } from "../../../src/symbolic/terms/build.js";
import type { Declaration } from "../../../src/symbolic/terms/declarations.js";
import type { Term } from "../../../src/symbolic/terms/term.js";

const [a, b, c, v] = [symbol("a"), symbol("b"), symbol("c"), symbol("v", 1)] as [Term, Term, Term, Term];
const constant: Declaration = { role: "constant", rank: 0, of: [], tex: "", spellings: [] };
const declarations = new Map(["a", "b", "c"].map((name) => [name, constant]));

/** Sums, products and powers of numbers: enough algebra to be right or wrong in. */
const numberOf = (of: Term, values: ReadonlyMap<string, number>): number => {
  const parts = of.parts.map((part) => numberOf(part, values));
  if (of.head === "number") return of.value!.valueOf();
  if (of.head === "plus") return parts.reduce((x, y) => x + y, 0);
  if (of.head === "times") return parts.reduce((x, y) => x * y, 1);
  if (of.head === "power") return parts[0]! ** parts[1]!;
  const value = values.get(of.name);
  if (value === undefined)
    throw new PhysicsError("expression", {
      what: `No value of ${of.name}`,
      expected: "a, b or c",
      remedy: "Define it",
    });
  return value;
};

const interpreters: Interpreters = {
  evaluate: ({ left, right }, { definitions, premises, stream: source, instances }) => {
    const values = new Map([a, b].map(({ name }) => [name, source.uniform() + 0.5]));
    for (const known of [...definitions, ...premises]) values.set(known.left.name, numberOf(known.right, values));
    const [x, y] = [numberOf(left, values), numberOf(right, values)];
    const residual = Math.abs(x - y) / Math.max(1, Math.abs(x));
    return { residual, instances, counterexample: residual > 0 ? `${x} against ${y}` : undefined };
  },
  replay: ({ left, right }) => (left.key === right.key ? { steps: 1, uses: [] } : { missing: "another form" }),
};

const at = (id: string, kind: Kind, more: Partial<Statement> = {}): Statement => ({
  id,
  kind,
  printed: "",
  from: [],
  ...more,
});

/** A docket of a paper of one section, where each statement comes with its equation. */
const docketOf = (entries: readonly (readonly [Statement, Equation])[], by: Interpreters = interpreters): Docket => {
  const section = { title: "", declarations, statements: entries.map(([statement]) => statement) };
  const paper: Paper = { key: "toy", title: "A toy", sections: [section] };
  const all = placed(paper);
  const printed = (id: string) => entries.find(([statement]) => statement.id === id)![1];
  const belief = (id: string): Equation | undefined => judge(all.get(id) as Placed, docket).believed;
  const trial: Docket["trial"] = (id, equation, instances = 3) => {
    const tried = (other: string, of: Equation, instead?: ReadonlyMap<string, Equation>) =>
      outcomeOf(of, assumptionsOf(other, all, belief, instead), by, { stream: stream("toy"), instances });
    const { serves } = all.get(id)!.statement;
    return serves
      ? together(serves.map((other) => tried(other, printed(other), new Map([[id, equation]]))))
      : tried(id, equation);
  };
  const found = (id: string) => judge(all.get(id) as Placed, docket);
  const docket: Docket = { all, interpreters: by, printed, belief, found, trial };
  return docket;
};

const findingOf = (id: string, docket: Docket) => judge(docket.all.get(id)!, docket);
const square = power(plus(a, b), number(2));
const binomial = plus(power(a, number(2)), times(number(2), a, b), power(b, number(2)));

describe("a verdict", () => {
  test("holds with a certificate for each interpreter that agrees, and a reason for the other", () => {
    const found = findingOf("1", docketOf([[at("1", "identity"), { left: square, right: binomial }]]));
    expect(found.verdict).toBe("holds");
    expect(found.certificates).toEqual([{ method: "evaluated", instances: 3, residual: expect.any(Number) }]);
    expect(found.reasons).toEqual(["not replayed: no steps are written for it"]);
    const same = findingOf("1", docketOf([[at("1", "identity", { steps: [] }), { left: square, right: square }]]));
    expect(same.certificates.map(({ method }) => method)).toEqual(["evaluated", "replayed"]);
  });

  test("changes when a sign is turned in print, and the correction turns it back", () => {
    const wrong = plus(power(a, number(2)), minus(times(number(2), a, b)), power(b, number(2)));
    const found = findingOf("1", docketOf([[at("1", "identity"), { left: square, right: wrong }]]));
    expect(found.verdict).toBe("misprint");
    expect(found.reasons[0]).toMatch(/against/);
    expect(found.corrections.map(({ what }) => what)).toContain("the sign of a term");
    expect(found.believed!.right.key).toBe(binomial.key);
  });

  test("of a limit and of a hypothesis is of their kind, and what cannot be evaluated counts as assumed", () => {
    const equal = { left: a, right: a };
    expect(findingOf("1", docketOf([[at("1", "limit"), equal]])).verdict).toBe("limit");
    expect(findingOf("1", docketOf([[at("1", "hypothesis"), { left: a, right: b }]])).verdict).toBe("hypothesis");
    const beyond = findingOf("1", docketOf([[at("1", "identity"), { left: c, right: c }]]));
    expect(beyond.verdict).toBe("hypothesis");
    expect(beyond.reasons[0]).toMatch(/^not evaluated: No value of c/);
  });

  test("tells a scalar from a vector", () => {
    const found = findingOf("1", docketOf([[at("1", "identity"), { left: a, right: v }]]));
    expect(found.verdict).toBe("misprint");
    expect(found.reasons[0]).toBe("The left side is a scalar, the right side a vector");
  });

  test("of a definition is that of what it serves", () => {
    const served = [at("2", "identity", { from: ["1"] }), { left: c, right: square }] as const;
    const right = docketOf([[at("1", "definition", { serves: ["2"] }), { left: c, right: square }], served]);
    expect(findingOf("1", right).verdict).toBe("definition");
    const wrong = docketOf([
      [at("1", "definition", { serves: ["2"] }), { left: c, right: power(plus(a, b), number(3)) }],
      served,
    ]);
    expect(findingOf("1", wrong).verdict).toBe("misprint");
    expect(findingOf("1", wrong).corrections[0]!.what).toBe("another power");
  });

  test("of the next link of a chain does not inherit the fault of the one before", () => {
    const wrong = times(a, b);
    const chain = docketOf([
      [at("1", "identity"), { left: times(number(3), a, b), right: wrong }],
      [at("1.a", "identity"), { left: wrong, right: times(number(3), b, a) }],
    ]);
    expect(findingOf("1", chain).verdict).toBe("misprint");
    expect(findingOf("1.a", chain).verdict).toBe("holds");
  });
});

describe("the two interpreters", () => {
  const lenient = (accepts: (equation: Equation) => boolean): Interpreters => ({
    evaluate: ({ right }, { instances }) => ({
      residual: right.key === binomial.key ? 1 : 0,
      instances,
      counterexample: "1 against 2",
    }),
    replay: (equation) => (accepts(equation) ? { steps: 2, uses: ["0"] } : { missing: "a reason" }),
  });
  const hypothesis = [at("0", "hypothesis"), { left: a, right: b }] as const;
  const printed = [at("1", "identity", { from: ["0"], steps: [] }), { left: square, right: binomial }] as const;

  test("must both accept a correction, where the rules accept one at all", () => {
    const all = findingOf(
      "1",
      docketOf(
        [hypothesis, printed],
        lenient(() => false),
      ),
    ).corrections;
    expect(all.length).toBeGreaterThan(1);
    const { key } = all.at(-1)!.equation.right;
    const found = findingOf(
      "1",
      docketOf(
        [hypothesis, printed],
        lenient(({ right }) => right.key === key),
      ),
    );
    expect(found.corrections.map(({ equation }) => equation.right.key)).toEqual([key]);
    expect(found.certificates.map(({ method }) => method)).toEqual(["evaluated", "replayed"]);
    expect(found.certificates[1]).toMatchObject({ instances: 2, residual: 0, rests: ["0"] });
  });

  test("are said to disagree where the rules lead to a print that fails", () => {
    const found = findingOf(
      "1",
      docketOf(
        [hypothesis, printed],
        lenient(() => true),
      ),
    );
    expect(found.reasons[0]).toBe("the interpreters disagree: the rules lead to the print");
  });

  test("leave assumed what the rules alone certify", () => {
    const beyond = [at("1", "identity", { steps: [] }), { left: c, right: c }] as const;
    const found = findingOf("1", docketOf([beyond]));
    expect([found.verdict, found.certificates.map(({ method }) => method)]).toEqual(["hypothesis", ["replayed"]]);
  });

  test("let a use of what is only evaluated count as an assumption", () => {
    const from = { from: ["1"], steps: [] };
    const uses: Interpreters = { ...interpreters, replay: () => ({ steps: 1, uses: ["1"] }) };
    const first = [at("1", "identity"), { left: square, right: binomial }] as const;
    const found = findingOf("2", docketOf([first, [at("2", "identity", from), { left: a, right: a }]], uses));
    expect(found.certificates.map(({ rests }) => rests)).toEqual([undefined, ["1"]]);
  });
});

test("a statement rests on what is there", () => {
  expect(() => docketOf([[at("1", "identity", { from: ["9"] }), { left: a, right: a }]])).toThrow(
    /\(1\) rests on \(9\)/,
  );
  expect(() =>
    docketOf([at("1", "identity"), at("1", "limit")].map((one) => [one, { left: a, right: a }] as const)),
  ).toThrow(/twice/);
});
