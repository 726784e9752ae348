import type { Data, Layout } from "plotly.js";
import { type Displayable, display } from "../display.js";
import { type Themed, themed } from "./theme.js";

/** A Plotly figure that shows itself. `data` and `layout` are Plotly's own, to be changed at will before showing. */
export interface Figure extends Displayable {
  readonly data: Data[];
  readonly layout: Themed;
}

const traceText = (trace: Data): string => {
  const { name, type, x } = trace as { name?: string; type?: string; x?: ArrayLike<unknown> };
  return `${name ?? type ?? "trace"}${x ? ` (${x.length} points)` : ""}`;
};

/** Typed arrays become plain ones, so that the figure survives JSON. */
const plain = (_key: string, value: unknown): unknown =>
  ArrayBuffer.isView(value) ? Array.from(value as Float64Array) : value;

/** One curve without a name needs no legend, in which Plotly would call it "trace 0"; the slices of a pie have names of their own. */
const quiet = (data: readonly Data[]): Data[] => {
  const isAlone = data.length === 1 && (data[0] as { name?: string }).name === undefined && !("labels" in data[0]);
  return isAlone ? [{ showlegend: false, ...data[0] } as Data] : [...data];
};

/** A figure from Plotly traces, in this library's style wherever `layout` says nothing. */
export const figure = (data: readonly Data[], layout: Partial<Layout> = {}): Figure => {
  const traces = quiet(data);
  const shown: Figure = {
    data: traces,
    layout: themed(layout, traces),
    [display]: () => {
      const title = (shown.layout.title as { text?: string } | undefined)?.text;
      return {
        "application/vnd.plotly.v1+json": JSON.parse(JSON.stringify({ data: shown.data, layout: shown.layout }, plain)),
        "text/plain": `Figure${title ? ` "${title}"` : ""}: ${shown.data.map(traceText).join(", ")}`,
      };
    },
  };
  return shown;
};
