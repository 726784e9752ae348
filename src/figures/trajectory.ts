import type { Data, Layout } from "plotly.js";
import type { Path } from "../dynamics/path.js";
import { type Figure, figure } from "./figure.js";
import { type FigureOptions, settings } from "./options.js";
import { colour, label } from "./theme.js";
import { line } from "./traces.js";

const GAP = 0.12;

/** Panel i of n, from the top: its share of the height. */
const share = (i: number, n: number): [number, number] => {
  const height = (1 - GAP * (n - 1)) / n;
  const top = 1 - i * (height + GAP);
  return [Math.max(top - height, 0), top];
};

/** The first coordinate of one or several trajectories over time, one panel each. Keys are the names in the legend. */
export const trajectory = (paths: Path | Readonly<Record<string, Path>>, options: FigureOptions = {}): Figure => {
  const named =
    "columns" in paths && "t" in paths ? { [(paths as Path).name]: paths as Path } : (paths as Record<string, Path>);
  const entries = Object.entries(named);
  const { length, time, heading } = settings(options);
  const axisName = (i: number) => (i === 0 ? "" : String(i + 1));
  const data = entries.map(([name, { t, columns }], i): Data => {
    const [values] = Object.values(columns);
    const place = { xaxis: `x${axisName(i)}`, yaxis: `y${axisName(i)}` } as object;
    return { ...line(name, t, values, colour(i), { width: 1 }), ...place };
  });
  const panels = entries.flatMap(([, { columns }], i) => [
    [`xaxis${axisName(i)}`, { ...(i === entries.length - 1 ? label("time t", time) : {}), anchor: `y${axisName(i)}` }],
    [
      `yaxis${axisName(i)}`,
      { ...label(Object.keys(columns)[0], length), domain: share(i, entries.length), anchor: `x${axisName(i)}` },
    ],
  ]);
  const height = 180 + 200 * entries.length;
  return figure(data, { ...heading, height, ...Object.fromEntries(panels) } as Partial<Layout>);
};
