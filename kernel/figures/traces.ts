/** Which traces Plotly can draw as SVG, and which ask for a graphics card or for maps from a server. */

import type { Figure } from "./figure.js";

const webgl = new Set(
  "scatter3d surface mesh3d cone streamtube isosurface volume scattergl scatterpolargl splom parcoords".split(" "),
);
const maps = /^(choropleth|scatter|density)(map|mapbox|geo)$|^choropleth$/;

/** The same picture without WebGL. */
const twins: Record<string, string> = { scattergl: "scatter", scatterpolargl: "scatterpolar" };
/** Beyond so many points an SVG twin takes seconds. */
const fewPoints = 20_000;

const typeOf = (trace: Record<string, unknown>): string => (typeof trace.type === "string" ? trace.type : "scatter");

const points = (trace: Record<string, unknown>): number =>
  Math.max(0, ...["x", "y", "r"].map((name) => (trace[name] as { length?: number } | undefined)?.length ?? 0));

/** Draws scattered points of the WebGL kind as SVG when they are few. */
export const withTwins = ({ data, layout }: Figure): Figure => ({
  data: data.map((trace) => {
    const twin = twins[typeOf(trace)];
    return twin !== undefined && points(trace) <= fewPoints ? { ...trace, type: twin } : trace;
  }),
  layout,
});

/** The types of trace that need WebGL. */
export const webglTraces = ({ data }: Figure): string[] =>
  [...new Set(data.map(typeOf))].filter((type) => webgl.has(type));

/** The types of trace that fetch a map. */
export const mapTraces = ({ data }: Figure): string[] =>
  [...new Set(data.map(typeOf))].filter((type) => maps.test(type));

/** Lines with every point: Plotly drops those that a screen would not show, and the image has twice its resolution. */
export const finely = ({ data, layout }: Figure): Figure => ({
  data: data.map((trace) =>
    typeOf(trace) === "scatter" && points(trace) <= fewPoints
      ? { ...trace, line: { simplify: false, ...(trace.line as object) } }
      : trace,
  ),
  layout,
});
