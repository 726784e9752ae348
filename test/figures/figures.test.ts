import { beforeAll, describe, expect, test } from "vitest";
import { display } from "../../src/display.js";
import { settings } from "../../src/figures/options.js";
import { colour, faint, sequence } from "../../src/figures/theme.js";
import {
  dynamics,
  ensembles,
  estimate,
  figures,
  grids,
  operators,
  PhysicsError,
  Plotly,
  potentials,
  random,
} from "../../src/index.js";

interface Trace {
  readonly name?: string;
  readonly mode?: string;
  readonly x: number[];
  readonly y: number[];
  readonly error_y?: { array: number[] };
  readonly showlegend?: boolean;
}
interface Axis {
  readonly title?: { text: string };
  readonly type?: string;
  readonly range?: number[];
}
interface Sent {
  readonly data: Trace[];
  readonly layout: { readonly xaxis: Axis; readonly yaxis: Axis; readonly title?: { text: string } } & Record<
    string,
    unknown
  >;
}

const sent = (figure: figures.Figure): Sent => figure[display]()["application/vnd.plotly.v1+json"] as Sent;

const well = potentials.doubleWell({ h: 2.5 });
const [kT, D] = [0.8, 1.3];
const generator = operators.smoluchowski(well, { kT, D }, grids.interval(-2.4, 2.4, 160));
const gibbs = ensembles.canonical(well, kT);
const brownian = dynamics.brownian({ potential: well }, { kT, D }, 0.002);
/** A discrete Ornstein–Uhlenbeck process of variance 1.3 and correlation time 1/0.9, sampled every 0.3. */
const noise = (): Float64Array => {
  const rng = random.stream("correlated");
  const c = Math.exp(-0.27);
  let v = 0;
  return Float64Array.from({ length: 20_000 }, () => {
    v = c * v + Math.sqrt(1.3 * (1 - c * c)) * rng.normal();
    return v;
  });
};

let run: dynamics.Run<"x">;
let all: Record<string, figures.Figure>;

beforeAll(async () => {
  run = await dynamics.ensemble(brownian, { trajectories: 200, steps: 1000, seed: "figures", observe: { x: "x" } });
  const path = dynamics.trajectory(brownian, { steps: 500, seed: "figures" });
  const steps = [0.4, 0.2, 0.1].map((step) => ({ step, error: estimate.estimate(step ** 2, 0.01 * step ** 2) }));
  all = {
    density: figures.density(generator.equilibrium(), run.x.histogram, gibbs),
    trajectory: figures.trajectory({ one: path, two: path }),
    spectrum: figures.spectrum(generator.spectrum(3)),
    propagation: figures.propagation(
      { "t = 0": generator.propagate((x) => Math.exp(-9 * x * x), 0), "t = 1": generator.equilibrium() },
      { "t = 1": run.x.histogram },
    ),
    decay: figures.decay({ trajectories: run.x.course }, { exact: (t) => Math.exp(-t) }),
    compare: figures.compare(
      [1, 2, 4],
      {
        exact: (x) => 1 / x,
        numbers: [1, 0.5, 0.25],
        counted: [1, 0.5, 0.25].map((x) => estimate.estimate(x, 0.1 * x)),
      },
      { x: ["friction γ", "1/ps"], log: "xy" },
    ),
    convergence: figures.convergence({ BAOAB: steps }),
    potential: figures.potential(well),
    correlation: figures.correlation(estimate.greenKubo(noise(), { lags: 60, spacing: 0.3 }), {
      exact: (t) => 1.3 * Math.exp(-t),
    }),
  };
});

const drawn = [
  "density",
  "trajectory",
  "spectrum",
  "propagation",
  "decay",
  "compare",
  "convergence",
  "potential",
  "correlation",
];

describe.each(drawn)("%s", (name) => {
  test("survives JSON, with finite numbers in equal columns", () => {
    const { data } = sent(all[name]);
    expect(data.length).toBeGreaterThan(0);
    for (const { x, y } of data) {
      expect(Array.isArray(x) && x.length === y.length && x.length > 0).toBe(true);
      expect([...x, ...y].every(Number.isFinite)).toBe(true);
    }
  });

  test("labels its axes with quantity and unit, and names every trace of the legend", () => {
    const { data, layout } = sent(all[name]);
    const axes = Object.entries(layout).filter(([key]) => /^[xy]axis/.test(key)) as [string, Axis][];
    const titled = axes.filter(([, axis]) => axis.title?.text);
    expect(titled.length).toBeGreaterThanOrEqual(2);
    for (const [, axis] of titled) expect(axis.title?.text).toMatch(/\S {2}\[.+\]$/);
    for (const trace of data) expect(trace.name !== undefined || trace.showlegend === false).toBe(true);
  });

  test("has a text form, and leaves ground and letters to the front end's theme", () => {
    expect(all[name][display]()["text/plain"]).toMatch(/^Figure: /);
    const { layout } = sent(all[name]);
    expect(layout.paper_bgcolor).toBeUndefined();
    expect((layout.font as { color?: string }).color).toBeUndefined();
  });
});

describe("statistics carry error bars of two standard errors", () => {
  test("in densities, drawn last", () => {
    const dots = sent(all.density).data.at(-1) as Trace;
    expect(dots.name).toBe("trajectories (± 2σ)");
    expect(dots.error_y?.array[3]).toBeCloseTo(2 * run.x.histogram.error[3], 14);
    expect(dots.y[3]).toBe(run.x.histogram.density[3]);
  });

  test("in comparisons, and as bands of a decay", () => {
    const [line, numbers, dots] = sent(all.compare).data;
    expect([line.x.length, numbers.error_y, dots.error_y?.array[1]]).toEqual([201, undefined, 0.1]);
    expect(line.y[100]).toBeCloseTo(1 / line.x[100], 14);
    expect(line.x[100]).toBeCloseTo(2, 12);
    const elsewhere = { at: [1.5, 3], values: [estimate.estimate(0.7, 0.02), estimate.estimate(0.3, 0.01)] };
    expect(sent(figures.compare([1, 2, 4], { elsewhere })).data[0].x).toEqual([1.5, 3]);
    expect(() => figures.compare([1, 2, 4], { few: [0.7, 0.3] })).toThrow("2 values at 3 places");
    const [around, middle] = sent(all.decay).data;
    const { mean, error } = run.x.course;
    expect(around.y[7]).toBeCloseTo(mean[7] + 2 * error[7], 14);
    expect(around.y.at(-8)).toBeCloseTo(mean[7] - 2 * error[7], 14);
    expect(middle.y[7]).toBe(mean[7]);
  });

  test("in correlations, with the plateau where it was read", () => {
    const { data, layout } = sent(all.correlation);
    const found = estimate.greenKubo(noise(), { lags: 60, spacing: 0.3 });
    const plateau = data.at(-1) as Trace;
    expect(plateau.name).toBe(`plateau ${found}, read at t = ${Number(found.window.toPrecision(3))}`);
    expect([plateau.x, plateau.y]).toEqual([
      [found.window, 18],
      [found.mean, found.mean],
    ]);
    const [around] = data;
    expect(around.y[5]).toBeCloseTo(found.correlation.mean[5] + 2 * found.correlation.error[5], 14);
    expect((layout.xaxis2 as Axis).title?.text).toBe("time t  [reduced units]");
  });

  test("and a fitted slope says its own", () => {
    const [dots, line] = sent(all.convergence).data;
    expect(line.name).toMatch(/^slope 2\.\d+\(\d+\)$/);
    expect(line.y[2]).toBeCloseTo(0.01, 12);
    expect(dots.error_y?.array[0]).toBeCloseTo(0.0032, 12);
    expect(sent(all.convergence).layout.yaxis.type).toBe("log");
  });
});

test("a curve and the histogram that follows it share a colour, where every curve has one", () => {
  const { histogram } = run.x;
  const colours = (named: Parameters<typeof figures.density>[0]) =>
    sent(figures.density(named as Record<string, figures.DensityLike>)).data.map(
      (trace) =>
        (trace as { line?: { color: string }; marker?: { color: string } }).line?.color ??
        (trace as { marker?: { color: string } }).marker?.color,
    );
  const [first, second, dots, others] = colours({ a: gibbs, "a sampled": histogram, b: gibbs, "b sampled": histogram });
  expect([dots, others]).toEqual([first, second]);
  expect(first).not.toBe(second);
  expect(new Set(colours({ a: gibbs, b: gibbs, sampled: histogram })).size).toBe(3);
});

test("orders of convergence say along their axes what is asked for", () => {
  const points = [1.5, 3, 6].map((step) => ({ step, error: 0.2 / step }));
  const { layout } = sent(figures.convergence({ runs: points }, { x: ["length", "ps"], y: ["rms error", "nm"] }));
  expect([layout.xaxis.title?.text, layout.yaxis.title?.text]).toEqual(["length  [ps]", "rms error  [nm]"]);
  expect(sent(figures.convergence({ runs: points })).layout.xaxis.title?.text).toBe("step Δt  [reduced units]");
});

test("densities take names, a title and units", () => {
  const { data, layout } = sent(figures.density({ exact: gibbs }, { title: "Two wells", units: { length: "nm" } }));
  expect(data[0].name).toBe("exact");
  expect([layout.xaxis.title?.text, layout.yaxis.title?.text, layout.title?.text]).toEqual([
    "x  [nm]",
    "probability density ρ(x)  [1/nm]",
    "Two wells",
  ]);
  const [low, high] = layout.xaxis.range as [number, number];
  expect(gibbs.probability(low, high)).toBeGreaterThan(0.999);
  expect(settings({}).length).toBe("reduced units");
});

test("the potential marks its wells and its barrier", () => {
  const marks = sent(all.potential).data[1];
  expect(marks.x.map((x) => Number(x.toFixed(9)) + 0)).toEqual([-1, 0, 1]);
  expect(marks.y[1]).toBeCloseTo(2.5, 12);
  expect(() => figures.potential(potentials.expression("x*y"))).toThrow(PhysicsError);
});

test("figures by hand keep what they are given, in the library's style", () => {
  const figure = Plotly.figure([{ type: "scatter", name: "mine", x: Float64Array.of(1, 2), y: [3, 4] }], {
    title: { text: "T" },
    width: 333,
    xaxis: { title: { text: "t" } },
  });
  const { data, layout } = sent(figure);
  expect(data[0].x).toEqual([1, 2]);
  expect([layout.width, layout.height]).toEqual([333, 420]);
  expect(layout.xaxis).toMatchObject({ title: { text: "t" }, showline: true });
  expect(figure[display]()["text/plain"]).toBe('Figure "T": mine (2 points)');
  expect(figures.plot).toBe(figures.figure);
  figure.layout.yaxis.range = [0, 9];
  expect(sent(figure).layout.yaxis.range).toEqual([0, 9]);
});

describe("above the frame there is room", () => {
  const top = (names: readonly string[], layout: object = {}): number => {
    const traces = names.map((name) => ({ type: "scatter" as const, name, y: [1, 2] }));
    return Plotly.figure(traces, layout).layout.margin!.t!;
  };
  const title = { text: "T" };
  const long = (n: number) => Array.from({ length: n }, (_, i) => `a rather long name of a route, ${i}`);

  test("for a title, and for as many rows as the legend has under it", () => {
    expect(top(["a", "b"])).toBe(48);
    const heights = [["a", "b"], long(2), long(6), long(7)].map((names) => top(names, { title }));
    expect(heights.map((height) => height - heights[0])).toEqual([0, 0, 42, 63]);
    expect(top(long(2), { title, width: 333 }) - heights[0]).toBe(21);
    expect(top(long(6), { title, showlegend: false })).toBe(heights[0] - 21);
    expect(top(["a"], { title: { text: "two<br>lines" } })).toBe(heights[0] + 20);
    expect(top(["a"], { title, margin: { t: 5 } })).toBe(5);
  });

  test("and the title stands at the left, unless it is told otherwise", () => {
    expect(Plotly.figure([], { title: { text: "T", x: 0.5 } }).layout.title).toMatchObject({ x: 0.5, yanchor: "top" });
    expect(sent(figures.density({ exact: gibbs }, { title: "Two wells" })).layout.title).toMatchObject({
      text: "Two wells",
      x: 0,
    });
  });
});

test("an average over time is in the unit of what is averaged", () => {
  const label = (options?: object) =>
    sent(figures.decay({ trajectories: run.x.course }, {}, options)).layout.yaxis.title?.text;
  expect(label()).toBe("⟨x⟩(t)  [reduced units]");
  expect(label({ units: { time: "ps" } })).toBe("⟨x⟩(t)  [unit of x]");
  expect(sent(all.spectrum).layout.yaxis.title?.text).toBe("eigenfunction ψₖ(x), ⟨ψₖ²⟩ = 1  [dimensionless]");
});

test("colours", () => {
  expect(new Set(figures.palette).size).toBe(7);
  expect(colour(8)).toBe(figures.palette[1]);
  expect(faint("#0072b2", 0.25)).toBe("rgba(0, 114, 178, 0.25)");
  expect([sequence(0, 3), sequence(2, 3), sequence(0, 1)]).toEqual([
    "rgb(230, 120, 20)",
    "rgb(0, 90, 170)",
    "rgb(230, 120, 20)",
  ]);
});
