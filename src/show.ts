import { type Displayable, display } from "./display.js";

/** Anything that can send one MIME type, such as `tslab.display`. */
export interface RawDisplay {
  raw(mime: string, data: string): unknown;
}

/** The richest form first. */
const order = ["application/vnd.plotly.v1+json", "text/html", "text/markdown", "text/latex", "text/plain"];

/** Shows a result in a kernel that does not know how to ask it, such as the plain tslab kernel: show(result, tslab.display). */
export const show = (result: Displayable, out: RawDisplay): void => {
  const bundle = result[display]();
  const mime = order.find((type) => type in bundle) ?? "text/plain";
  // A JSON form goes out as an object, which is what front ends expect; tslab passes it on as it is.
  out.raw(mime, bundle[mime] as string);
};
