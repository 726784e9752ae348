import { FrameError } from "./frame-error.js";

/**
 * In the place of danfojs's plots, which draw into a web page and throw in Node.
 * @throws FrameError always, saying where figures are.
 */
export function plot(): never {
  throw new FrameError(
    "plot",
    'danfojs draws into web pages, not into notebooks. Use a figure instead: import { figures } from "liouville", and give Plotly ' +
      'traces the columns, { x: df.column("x").values, y: df.column("y").values }',
  );
}
