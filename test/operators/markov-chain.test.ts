import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { display } from "../../src/display.js";
import { PhysicsError } from "../../src/errors.js";
import { operators } from "../../src/index.js";
import { expm, times } from "../oracles/dense.js";

const { markovChain } = operators;
// The chain of deeptime's tests.
const P = [
  [0.8, 0.15, 0.05, 0, 0],
  [0.1, 0.75, 0.05, 0.05, 0.05],
  [0.05, 0.1, 0.8, 0, 0.05],
  [0, 0.2, 0, 0.8, 0],
  [0, 0.02, 0.02, 0, 0.96],
];

test("five-state chain: flux, rate and passage of A = {0}, B = {4}", () => {
  const { flux, rate, passage } = markovChain(P).reaction(0, 4);
  expect(Math.abs(flux / 0.0108050847458 - 1)).toBeLessThan(1e-11);
  expect(Math.abs(rate / 0.0272727272727 - 1)).toBeLessThan(1e-11);
  expect(Math.abs(passage / 36.6666666667 - 1)).toBeLessThan(1e-11);
});

/** Rates of irreducible chains of six states, mostly not in detailed balance. */
const rates = fc
  .array(fc.double({ min: 0.02, max: 3, noNaN: true }), { minLength: 36, maxLength: 36 })
  .map((list) => Array.from({ length: 6 }, (_, i) => list.slice(6 * i, 6 * i + 6).map((k, j) => (i === j ? 0 : k))));
const withDiagonal = (k: number[][]) =>
  k.map((row, i) => row.map((x, j) => (i === j ? -row.reduce((s, y) => s + y, 0) : x)));
const inSteps = (k: number[][]) =>
  k.map((row, i) => row.map((x, j) => x / 20 + (i === j ? 1 - row.reduce((s, y) => s + y, 0) / 20 : 0)));

describe("laws of chains, also far from detailed balance", () => {
  test("πQ = 0, and the chain ends there; exp(tQ) agrees with scaling and squaring", () => {
    fc.assert(
      fc.property(rates, fc.double({ min: 0.01, max: 4, noNaN: true }), (k, t) => {
        const Q = withDiagonal(k);
        const chain = markovChain(Q);
        const weight = chain.equilibrium();
        for (let j = 0; j < 6; j++) expect(weight.reduce((sum, w, i) => sum + w * Q[i][j], 0)).toBeCloseTo(0, 13);
        const start = [0.3, 0, 0.5, 0, 0.2, 0];
        const exact = times([start], expm(Q.map((row) => row.map((x) => t * x))))[0];
        const after = chain.propagate(start, t);
        for (let j = 0; j < 6; j++) expect(after[j]).toBeCloseTo(exact[j], 11);
        for (const [j, p] of markovChain(inSteps(k)).propagate(start, 1e6).entries())
          expect(p).toBeCloseTo(weight[j], 9);
      }),
      { numRuns: 40 },
    );
  });

  test("committors are harmonic, flux is the same through every cut, and 1/rate is the passage between returns", () => {
    fc.assert(
      fc.property(rates, (k) => {
        const chain = markovChain(withDiagonal(k));
        const [A, B] = [
          [0, 3],
          [2, 5],
        ];
        const { committor, backward, flux, rate, current } = chain.reaction(A, B);
        for (const i of [1, 4]) {
          expect(k[i].reduce((sum, x, j) => sum + x * (committor[j] - committor[i]), 0)).toBeCloseTo(0, 11);
          expect(current[i].reduce((sum, x, j) => sum + x - current[j][i], 0)).toBeCloseTo(0, 12);
        }
        expect([...A.map((i) => committor[i]), ...B.map((i) => committor[i])]).toEqual([0, 0, 1, 1]);
        const weight = chain.equilibrium();
        const into = B.reduce((sum, j) => sum + current.reduce((part, row) => part + row[j], 0), 0);
        const back = B.reduce((sum, j) => sum + current[j].reduce((part, x) => part + x, 0), 0);
        expect(into - back).toBeCloseTo(flux, 11);
        // Paths from A to B and back alternate: one cycle takes 1/flux, of which the part spent after A, before B, is 1/rate.
        const home = chain.reaction(B, A);
        expect(home.flux).toBeCloseTo(flux, 11);
        expect(1 / rate + 1 / home.rate).toBeCloseTo(1 / flux, 8);
        expect(weight.reduce((sum, w, i) => sum + w * backward[i], 0)).toBeCloseTo(flux / rate, 12);
      }),
      { numRuns: 60 },
    );
  });

  test("passage times: one step of time, wherever one is", () => {
    fc.assert(
      fc.property(rates, (k) => {
        const chain = markovChain(withDiagonal(k));
        const times = chain.passageTimes([2, 5]);
        for (const i of [0, 1, 3, 4])
          expect(k[i].reduce((sum, x, j) => sum + x * (times[i] - times[j]), 0)).toBeCloseTo(1, 10);
        expect(chain.firstPassage(1, [2, 5]) / times[1]).toBeCloseTo(1, 13);
      }),
      { numRuns: 40 },
    );
  });

  test("detailed balance is reported as it is", () => {
    const reversible = markovChain([
      [-0.4, 0.4, 0],
      [0.9, -1.6, 0.7],
      [0, 0.3, -0.3],
    ]);
    expect(reversible.detailedBalance()).toMatchObject({ holds: true, pairs: 4 });
    const driven = markovChain([
      [0.5, 0.4, 0.1],
      [0.1, 0.5, 0.4],
      [0.4, 0.1, 0.5],
    ]);
    const { holds, violation } = driven.detailedBalance();
    expect(holds).toBe(false);
    expect(violation).toBeCloseTo(0.75, 12);
  });
});

describe("wrong chains say what to do", () => {
  test.each([
    [
      () =>
        markovChain([
          [0.5, 0.4],
          [0.5, 0.5],
        ]),
      /Row 0 sums to 0.9/,
    ],
    [
      () =>
        markovChain([
          [1.2, -0.2],
          [0.5, 0.5],
        ]),
      /row 0, column 1 is -0.2/,
    ],
    [
      () =>
        markovChain([
          [1, 0, 0],
          [0, 1],
        ]),
      /2 rows of 3,2/,
    ],
    [() => markovChain(P).reaction(0, [0, 4]), /without a common one/],
    [() => markovChain(P).committor(0, 5), /no state 5/],
    [() => markovChain(P).propagate([1, 0, 0, 0, 0], 1.5), /steps is 1.5/],
    [() => markovChain(P).propagate([1, 0], 2), /2 probabilities/],
    [
      () =>
        markovChain([
          [1, 0],
          [0.4, 0.6],
        ]).passageTimes(1),
      /no way on/,
    ],
  ])("%#", (call, message) => {
    expect(call).toThrow(PhysicsError);
    expect(call).toThrow(message);
  });
});

test("a chain shows all of a dozen equilibrium probabilities, and eight of more", () => {
  const ring = (n: number) =>
    Array.from({ length: n }, (_, i) => [...Array(n).keys()].map((j) => +(j === (i + 1) % n)));
  const shown = (n: number) => String(markovChain(ring(n))[display]()["text/plain"]);
  expect(shown(12).match(/0\.08333/g)).toHaveLength(12);
  expect(shown(16)).toBe(
    `Markov chain on 16 states, in steps, equilibrium ${Array(8).fill("0.06250").join(", ")}, … (8 more)`,
  );
});
