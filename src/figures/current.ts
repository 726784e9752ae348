import type { Data, Layout } from "plotly.js";
import type { Density } from "../operators/density.js";
import { type Field, type VectorField, vectorFieldOn } from "../operators/field.js";
import { cropped } from "./crop.js";
import { evenStep } from "./even-step.js";
import { type Figure, figure } from "./figure.js";
import { amounts, mapOf } from "./map.js";
import { onAPlane } from "./on-a-plane.js";
import type { FigureOptions } from "./options.js";

/** Arrows along each axis. */
const ARROWS = 24;

/** Means of a component over square blocks of cells, at most 24 along each axis: Σ over the block, weighted with volumes. */
const blocksOf = ({ grid, components }: VectorField) => {
  const [first, second] = grid.axes;
  const sizes = grid.axes.map(({ cells }) => Math.ceil(cells / ARROWS));
  const counts = grid.axes.map(({ cells }, a) => Math.ceil(cells / sizes[a]));
  const blocks = Array.from({ length: counts[0] * counts[1] }, () => ({ x: 0, y: 0, u: 0, v: 0, volume: 0 }));
  for (let cell = 0; cell < grid.size; cell++) {
    const [i, j] = [cell % first.cells, Math.floor(cell / first.cells)];
    const block = blocks[Math.floor(i / sizes[0]) + counts[0] * Math.floor(j / sizes[1])];
    const volume = grid.volumes[cell];
    block.x += first.centres[i] * volume;
    block.y += second.centres[j] * volume;
    block.u += components[0][cell] * volume;
    block.v += components[1][cell] * volume;
    block.volume += volume;
  }
  return blocks.map(({ x, y, u, v, volume }) => ({ x: x / volume, y: y / volume, u: u / volume, v: v / volume }));
};

/** Arrows, the longest as long as the distance between two. They stand on axes of their own, over the shades. */
const arrowsOf = (field: VectorField): Data => {
  const [across, up] = field.grid.axes.map(({ from, to }) => (to - from) / ARROWS);
  const size = ({ u, v }: { readonly u: number; readonly v: number }) => Math.hypot(u / across, v / up);
  const blocks = blocksOf(field);
  const most = Math.max(...blocks.map(size));
  const seen = blocks.filter((block) => size(block) > 0.06 * most);
  const reach = 1 / (most || 1);
  return {
    type: "quiver",
    name: `current ${field.symbol}`,
    xaxis: "x2",
    yaxis: "y2",
    anchor: "center",
    lengthmode: "raw",
    lengthfactor: 1.6,
    x: seen.map(({ x }) => x),
    y: seen.map(({ y }) => y),
    u: seen.map(({ u }) => u * reach),
    v: seen.map(({ v }) => v * reach),
    marker: { color: "#d55e00", line: { width: 1.6 } },
    hoverinfo: "skip",
    showlegend: true,
  } as Data;
};

/** Where a current is above 1 % of its largest, or what lies under it above 1/1000 of its own. */
const seenOf = ({ components: [u, v] }: VectorField, values: Float64Array, top: number) => {
  const size = u.map((x, cell) => Math.hypot(x, v[cell]));
  const most = size.reduce((a, b) => Math.max(a, b), 0);
  return (cell: number): boolean => size[cell] > 0.01 * most || values[cell] > 1e-3 * top;
};

/** A probability current as arrows, each the mean over a block of cells, over a density or another field as a map; with lengths in proportion to the current,
 *  and none where it is below 6 % of the largest. Only the part of the grid is shown where there is current or density. @throws PhysicsError "dimension" off the plane */
export const current = (field: VectorField, ground: Density | Field, options: FigureOptions = {}): Figure => {
  onAPlane(field.grid, "arrows");
  const top = ground.values.reduce((most, value) => Math.max(most, value), 0);
  const { grid, take } = cropped(field.grid, seenOf(field, ground.values, top));
  const name = `${"symbol" in ground ? ground.symbol : "ρ"}(${grid.axes.map(({ symbol }) => symbol).join(", ")})`;
  const { trace, layout } = mapOf(
    grid,
    take(ground.values),
    { quantity: [name, "reduced units"], colours: amounts, range: [0, top, evenStep(top)] },
    options,
  );
  const over = (axis: "x" | "y") => ({
    overlaying: axis,
    matches: axis,
    range: layout[`${axis}axis`]?.range,
    visible: false,
  });
  const arrows = arrowsOf(vectorFieldOn(grid, field.components.map(take), field.symbol));
  return figure([trace, arrows], { ...layout, xaxis2: over("x"), yaxis2: over("y") } as Partial<Layout>);
};
