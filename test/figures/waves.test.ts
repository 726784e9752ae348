import { expect, test } from "vitest";
import { display } from "../../src/display.js";
import { figures, grids, operators, potentials } from "../../src/index.js";

const sent = (figure: figures.Figure) =>
  figure[display]()["application/vnd.plotly.v1+json"] as {
    readonly data: { name: string; x: number[]; y: number[]; z: number[][]; line: { dash: string } }[];
    readonly layout: Record<"xaxis" | "yaxis", { title: { text: string }; range: number[] }>;
  };

const H = operators.schroedinger(
  { field: potentials.tully(1), mass: [2000] },
  grids.interval(-14, 14, 256, { ends: "absorbing" }),
);
const run = await H.propagate(H.packet({ centre: [-4], momentum: [12], width: [0.6] }), {
  time: 2400,
  steps: 240,
  frames: 12,
});

test("a packet over time is a map of its density, with time and length in their units", () => {
  const { data, layout } = sent(figures.wavePacket(run, { units: { length: "bohr", time: "ħ/hartree" } }));
  const [{ x, y, z }] = data;
  expect([x.length, y.length, z.length]).toEqual([128, 13, 13]);
  expect(y[3]).toBeCloseTo(600, 9);
  const { values } = run.frames[3].density;
  expect(z[3][70]).toBeCloseTo(0.5 * (values[140] + values[141]), 12);
  expect(layout.xaxis.title.text).toBe("x  [bohr]");
  expect(layout.yaxis.title.text).toBe("time t  [ħ/hartree]");
  expect(layout.yaxis.range).toEqual([0, 2400]);
});

test("populations are curves that add up to 1 with what was absorbed", () => {
  const { data, layout } = sent(figures.populations(run, { units: { time: "ħ/hartree" } }));
  expect(data.map(({ name }) => name)).toEqual(["adiabatic state 0", "adiabatic state 1", "absorbed"]);
  for (const k of [0, 5, 12]) expect(data.reduce((sum, { y }) => sum + y[k], 0)).toBeCloseTo(1, 12);
  expect(data[2].y[12]).toBeGreaterThan(0.05);
  expect(data[1].y[12]).toBeGreaterThan(0.05);
  expect(layout.yaxis.title.text).toBe("probability");
  expect(sent(figures.populations(run, { basis: "diabatic" })).data[0].name).toBe("diabatic state 0");
});
