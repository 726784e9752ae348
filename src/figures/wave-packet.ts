import { axis } from "../grids/axis.js";
import { gridOf } from "../grids/box.js";
import type { Evolution } from "../operators/schroedinger/evolution.js";
import { evenStep } from "./even-step.js";
import { type Figure, figure } from "./figure.js";
import { amounts, mapOf } from "./map.js";
import { type FigureOptions, settings } from "./options.js";
import { label } from "./theme.js";

/** |ψ(x, t)|² of a propagation as a map over the first coordinate and time, all electron states and other coordinates summed. */
export const wavePacket = ({ frames }: Evolution, options: FigureOptions = {}): Figure => {
  const { time, perLength } = settings(options);
  const { symbol } = frames[0].density.grid.axes[0];
  const lines = frames.map(({ density }) => (density.grid.dim > 1 ? density.marginal(symbol) : density));
  const [first] = lines[0].grid.axes;
  // Each look at the wave stands for the time halfway to the looks before and after it.
  const t = frames.map((frame) => frame.t);
  const edges = [
    t[0] - 0.5 * (t[1] - t[0]),
    ...t.map((now, k) => now + 0.5 * ((t[k + 1] ?? 2 * now - t[k - 1]) - now)),
  ];
  const grid = gridOf([first, axis({ edges }, "t", ["natural", "natural"])]);
  const values = Float64Array.from(
    { length: grid.size },
    (_, k) => lines[Math.floor(k / first.cells)].values[k % first.cells],
  );
  const top = values.reduce((most, value) => Math.max(most, value), 0);
  const shading = {
    quantity: [`|ψ(${symbol}, t)|²`, perLength],
    colours: amounts,
    range: [0, top, evenStep(top)],
  } as const;
  const { trace, layout } = mapOf(grid, values, shading, options);
  return figure([trace], {
    ...layout,
    height: 520,
    yaxis: { ...layout.yaxis, ...label("time t", time), range: [t[0], t[t.length - 1]] },
  });
};
