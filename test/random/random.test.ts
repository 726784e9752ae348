import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { PhysicsError } from "../../src/errors.js";
import { exactExp, exactExpm1, exactLog } from "../../src/random/elementary.js";
import { childKey, keyOf } from "../../src/random/key.js";
import { stream } from "../../src/random/stream.js";
import { xoshiro } from "../../src/random/xoshiro.js";
import { kolmogorov, normalCdf } from "../oracles/normal.js";

/** xoshiro128** again, in whole numbers without a size. */
function* byBigInt(key: readonly number[]): Generator<number> {
  const mask = 0xffffffffn;
  const turn = (x: bigint, k: bigint) => ((x << k) | (x >> (32n - k))) & mask;
  let [a, b, c, d] = key.map((word) => BigInt(word >>> 0));
  for (;;) {
    yield Number((turn((b * 5n) & mask, 7n) * 9n) & mask);
    const shifted = (b << 9n) & mask;
    c ^= a;
    d ^= b;
    b ^= c;
    a ^= d;
    c ^= shifted;
    d = turn(d, 11n);
  }
}

const draw = (n: number, of: () => number): Float64Array => Float64Array.from({ length: n }, of);
const mean = (values: Float64Array): number => values.reduce((sum, value) => sum + value, 0) / values.length;

describe("words", () => {
  test("are those of xoshiro128**", () => {
    for (const key of [[1, 2, 3, 4], keyOf("another")] as const) {
      const [word, oracle] = [xoshiro(key as never), byBigInt(key)];
      for (let i = 0; i < 2000; i++) expect(word()).toBe(oracle.next().value);
    }
  });

  test("follow from the phrase alone: golden", () => {
    const rng = stream("liouville");
    expect([rng.word(), rng.word(), rng.word(), rng.word()]).toEqual([936172838, 1726324702, 2443277867, 413708130]);
    expect(rng.child(7).word()).toBe(stream("liouville").child(7).word());
  });
});

describe("children", () => {
  test("do not depend on what was drawn, nor change what is drawn", () => {
    const [a, b] = [stream("mother"), stream("mother")];
    const early = a.child(3).word();
    for (let i = 0; i < 5; i++) expect(a.word()).toBe(b.word());
    expect(a.child(3).word()).toBe(early);
  });

  test("differ in every label up to 2⁵³ and every phrase", () => {
    fc.assert(
      fc.property(fc.maxSafeNat(), fc.maxSafeNat(), fc.string({ minLength: 1 }), (i, j, phrase) => {
        const key = keyOf(phrase);
        expect(childKey(key, i)).toEqual(childKey(key, i));
        if (i !== j) expect(childKey(key, i)).not.toEqual(childKey(key, j));
        expect(childKey(key, i)).not.toEqual(key);
      }),
    );
  });

  test("are uncorrelated with each other", () => {
    const root = stream("family");
    const firsts = draw(40_000, () => 0).map((_, i) => root.child(i).uniform());
    expect(kolmogorov(firsts, (x) => x)).toBeLessThan(2.5);
    const pairs = firsts.slice(1).map((x, i) => (x - 0.5) * (firsts[i] - 0.5));
    expect(Math.abs(mean(pairs)) * 12 * Math.sqrt(pairs.length)).toBeLessThan(4);
  });
});

describe("uniform numbers", () => {
  const rng = stream("uniform");
  const values = draw(200_000, rng.uniform);

  test("fill [0, 1) evenly, in steps of 2⁻⁵³", () => {
    expect(kolmogorov(values, (x) => x)).toBeLessThan(2.5);
    expect(values.every((x) => x >= 0 && x < 1 && Number.isInteger(x * 2 ** 53))).toBe(true);
    expect(values.some((x) => !Number.isInteger(x * 2 ** 52))).toBe(true);
  });
});

describe("normal numbers", () => {
  const rng = stream("normal");
  const values = draw(1_000_000, rng.normal);
  const n = values.length;

  test("have the moments 0, 1, 0, 3, 0, 15 within four standard errors", () => {
    const doubleFactorial = [1, 0, 1, 0, 3, 0, 15, 0, 105, 0, 945, 0, 10395];
    for (let k = 1; k <= 6; k++) {
      const found = mean(values.map((x) => x ** k));
      const variance = doubleFactorial[2 * k] - doubleFactorial[k] ** 2;
      expect(Math.abs(found - doubleFactorial[k]) / Math.sqrt(variance / n)).toBeLessThan(4);
    }
  });

  test("follow the normal distribution, in the middle and in both tails", () => {
    expect(kolmogorov(values.slice(0, 200_000), normalCdf)).toBeLessThan(2.5);
    for (const x of [-4.2, -3.7, -3, -2, 2, 3, 3.7, 4.2]) {
      const p = x < 0 ? normalCdf(x) : 1 - normalCdf(x);
      const found = values.filter((value) => (x < 0 ? value < x : value > x)).length;
      expect(Math.abs(found - n * p) / Math.sqrt(n * p)).toBeLessThan(4.5);
    }
  });

  test("are independent from one to the next, in value and in size", () => {
    for (const of of [(x: number) => x, (x: number) => (x * x - 1) / Math.SQRT2]) {
      const products = values.slice(1).map((x, i) => of(x) * of(values[i]));
      expect(Math.abs(mean(products)) * Math.sqrt(n)).toBeLessThan(4);
    }
  });

  test("fill 512 bins of equal probability evenly", () => {
    const counts = new Float64Array(512);
    for (const x of values) counts[Math.min(Math.floor(normalCdf(x) * 512), 511)]++;
    const expected = n / 512;
    const chi2 = counts.reduce((sum, c) => sum + (c - expected) ** 2 / expected, 0);
    expect(Math.abs(chi2 - 511) / Math.sqrt(2 * 511)).toBeLessThan(4.5);
  });
});

test("exp and ln from four operations agree with the engine's", () => {
  fc.assert(
    fc.property(
      fc.double({ min: -600, max: 600, noNaN: true }),
      fc.double({ min: 1e-250, max: 1e250, noNaN: true }),
      (x, y) => {
        expect(Math.abs(exactExp(x) / Math.exp(x) - 1)).toBeLessThan(1e-13);
        expect(Math.abs(exactLog(y) - Math.log(y))).toBeLessThan(1e-14 * Math.max(1, Math.abs(Math.log(y))));
      },
    ),
    { numRuns: 2000 },
  );
});

test("exp − 1 keeps its digits, and exp ends in 0 and ∞", () => {
  for (const x of [1e-300, -1e-17, 3e-9, -2e-4, 0.03, -0.4999, 0.5001, -0.6, 3, -40])
    expect(Math.abs(exactExpm1(x) / Math.expm1(x) - 1)).toBeLessThan(2e-15);
  expect([exactExp(-1e4), exactExp(Number.NEGATIVE_INFINITY), exactExp(1e4), exactExp(0)]).toEqual([0, 0, Infinity, 1]);
  expect(exactExp(-740) / Math.exp(-740)).toBeCloseTo(1, 2);
  expect(exactExp(Number.NaN)).toBeNaN();
});

test("a seed is a phrase", () => {
  for (const wrong of ["", undefined, 12] as string[]) expect(() => stream(wrong)).toThrow(PhysicsError);
});
