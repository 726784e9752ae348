import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { markInterrupted } from "../../../kernel/progress/interrupted.js";
import { progress } from "../../../kernel/progress/progress.js";
import { frontEnd } from "../widgets/front-end.js";

/** A clock that only the test moves; in ms. */
let now = 0;
beforeEach(() => {
  markInterrupted(); // ends the bars of other tests
  now = 5000;
  vi.spyOn(performance, "now").mockImplementation(() => now);
});
afterEach(() => vi.restoreAllMocks());

const drain = async (source: AsyncIterable<unknown>) => {
  for await (const _ of source);
};
const texts = (front: ReturnType<typeof frontEnd>) => front.published.map(({ content }) => content.data["text/plain"]);
const last = (front: ReturnType<typeof frontEnd>) => texts(front).at(-1) as string;
const html = (front: ReturnType<typeof frontEnd>) => front.published.at(-1)!.content.data["text/html"] as string;

describe("a progress bar round a loop", () => {
  it("counts from 0 and ends with the total time and rate", () => {
    const front = frontEnd();
    const seen: number[] = [];
    for (const i of progress(4, { label: "chain", unit: "steps" })) {
      seen.push(i);
      now += 500;
    }
    expect(seen).toEqual([0, 1, 2, 3]);
    expect(texts(front)).toEqual([
      "chain ▕                        ▏ 0 % · 0/4 steps",
      "chain ▕██████                  ▏ 25 % · 1/4 steps · 2 steps/s · 1.5 s left",
      "chain ▕████████████            ▏ 50 % · 2/4 steps · 2 steps/s · 1 s left",
      "chain ▕██████████████████      ▏ 75 % · 3/4 steps · 2 steps/s · 0.5 s left",
      "chain ▕████████████████████████▏ 4/4 steps · in 2 s · 2 steps/s",
    ]);
    const ids = front.published.map(({ content }) => (content.transient as { display_id: string }).display_id);
    expect(new Set(ids).size).toBe(1);
    expect(front.published.map(({ type }) => type)).toEqual(["display_data", ...Array(4).fill("update_display_data")]);
  });

  it("draws at most ten times a second, and a slow step after fast ones within 64", () => {
    const front = frontEnd();
    for (const _ of progress(100_000)) now += 0.01;
    expect(front.published.length).toBeGreaterThanOrEqual(10);
    expect(front.published.length).toBeLessThanOrEqual(12);
    const before = front.published.length;
    let slow = 0;
    for (const i of progress(2000)) {
      now += i < 1000 ? 0.001 : 200;
      if (i >= 1000 && front.published.length === before + 1) slow += 1;
    }
    expect(slow).toBeLessThanOrEqual(64);
    expect(front.published.length).toBeGreaterThan(before + 900);
  });

  it("goes over lists, sets, strings and sources of unknown length", () => {
    const front = frontEnd();
    expect([...progress(["a", "b"])]).toEqual(["a", "b"]);
    expect(last(front)).toContain("2/2");
    expect([...progress(new Set([3, 5, 7]))]).toEqual([3, 5, 7]);
    expect(last(front)).toContain("3/3");
    expect([...progress("xy")]).toEqual(["x", "y"]);
    const primes = function* () {
      for (const p of [2, 3, 5, 7, 11]) {
        now += 400;
        yield p;
      }
    };
    expect([...progress(primes(), { unit: "primes" })]).toEqual([2, 3, 5, 7, 11]);
    expect(texts(front).slice(-2)).toEqual(["4 primes · 2 primes/s", "5 primes · in 2 s · 2.5 primes/s"]);
    expect([...progress(0)]).toEqual([]);
    expect(last(front)).toContain("0/0");
  });

  it("goes over asynchronous sources", async () => {
    const front = frontEnd();
    const source = async function* () {
      for (const k of [4, 6]) yield k;
    };
    const seen: number[] = [];
    for await (const k of progress(source())) seen.push(k);
    for await (const k of progress(2)) seen.push(k);
    expect(seen).toEqual([4, 6, 0, 1]);
    expect(last(front)).toMatch(/2\/2 · in 0 s/);
  });

  it("says that it was left early, by break or by an error, also that of the source", async () => {
    const front = frontEnd();
    for (const i of progress(50)) {
      now += 1000;
      if (i === 20) break;
    }
    expect(last(front)).toMatch(/40 % · 20\/50 · stopped after 21 s/);
    let closed = false;
    const source = function* () {
      try {
        yield 3;
        yield 4;
      } finally {
        closed = true;
      }
    };
    expect(() => {
      for (const x of progress(source())) if (x === 4) throw new RangeError("far out");
    }).toThrow("far out");
    expect(closed).toBe(true);
    expect(last(front)).toMatch(/^1 · stopped/);
    const failing = function* () {
      yield 3;
      throw new RangeError("dry");
    };
    expect(() => [...progress(failing())]).toThrow("dry");
    expect(last(front)).toMatch(/^1 · stopped/);
    const late = async function* () {
      yield* failing();
    };
    await expect(drain(progress(late()))).rejects.toThrow("dry");
    expect(last(front)).toMatch(/^1 · stopped/);
  });
});

describe("a progress bar told by hand", () => {
  it("counts steps of any size, and ends when they are all done", () => {
    const front = frontEnd();
    const bar = progress(1000, { unit: "frames" });
    for (let i = 0; i < 3; i++) {
      now += 250;
      bar.step(i === 0 ? undefined : 300);
    }
    expect(last(front)).toContain("60 % · 601/1,000 frames · 801 frames/s · 0.5 s left");
    bar.step(399);
    expect(last(front)).toContain("1,000/1,000 frames · in 0.75 s");
    bar.done();
    expect(front.published).toHaveLength(5);
    for (let i = 0; i < 1000; i++) bar.step();
    expect(front.published).toHaveLength(5);
  });

  it("follows fractions, as a function of its own", () => {
    const front = frontEnd();
    const { report } = progress({ label: "ensemble" });
    for (const fraction of [0, 0.25, Number.NaN, -1]) {
      now += 1500;
      report(fraction);
    }
    expect(last(front)).toBe("ensemble ▕██████                  ▏ 25 % · 9 s left");
    report(1);
    report(1);
    expect(last(front)).toBe("ensemble ▕████████████████████████▏ in 6 s");
    const counted = progress(200);
    now += 1000;
    counted.report(0.252);
    expect(last(front)).toContain("50/200");
  });

  it("runs on when there is more after its end", () => {
    const front = frontEnd();
    const bar = progress(2);
    bar.step(2);
    now += 200;
    bar.step();
    bar.done();
    expect(last(front)).toContain("3/2 · in 0.2 s");
  });

  it("refuses a total that cannot be counted", () => {
    const front = frontEnd();
    for (const total of [-1, 2.5, Number.NaN])
      expect(() => progress(total)).toThrow(`progress(${total}) cannot be counted`);
    expect(front.published).toEqual([]);
  });
});

describe("a progress bar left behind by an interrupt", () => {
  it("says so under its cell, once, and those that had ended do not", () => {
    const front = frontEnd();
    front.cell("ended", () => progress(1).step());
    const bar = front.cell("running", () => progress(10, { label: "long" }));
    bar.step(3);
    now += 2000;
    const before = front.published.length;
    front.cell("interrupt", markInterrupted);
    markInterrupted();
    expect(front.published.slice(before).map(({ cell }) => cell)).toEqual(["running"]);
    expect(last(front)).toContain("30 % · 3/10 · interrupted after 2 s");
    expect(html(front)).toContain("warn");
  });

  it("runs again when its loop was another one than that interrupted", () => {
    const front = frontEnd();
    const bar = progress(10);
    now += 1000;
    markInterrupted();
    now += 1000;
    bar.step();
    expect(last(front)).toContain("10 % · 1/10 · 0.5 /s");
    markInterrupted();
    expect(last(front)).toContain("interrupted");
  });
});

describe("the HTML of a progress bar", () => {
  it("has a bar of the theme's colours and no text that is not escaped", () => {
    const front = frontEnd();
    progress(8, { label: "<b>&", unit: "<i>" }).step(2);
    now += 500;
    progress(8, { label: "<b>&", unit: "<i>" });
    expect(html(front)).toContain("&lt;b&gt;&amp; <progress");
    expect(html(front)).toContain("0/8 &lt;i&gt;");
    expect(html(front)).toContain('value="0.0000"');
    expect(html(front)).toContain("var(--jp-brand-color1");
    progress({ label: "unknown" });
    expect(html(front)).not.toContain("value=");
  });
});
