/** A Plotly figure as it comes out of a notebook, which may hold anything: checked, and cut to what a picture needs. */

export interface Figure {
  data: Record<string, unknown>[];
  layout: Record<string, unknown>;
}

export interface Size {
  /** In CSS pixels. */
  readonly width: number;
  readonly height: number;
}

/** Plotly's own size of a figure that does not say. */
const usual: Size = { width: 700, height: 450 };
const limits = { least: 20, most: 4000 };

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === "object" && value !== null && !Array.isArray(value) && !ArrayBuffer.isView(value);

const side = (value: unknown, otherwise: number): number =>
  typeof value === "number" && Number.isFinite(value)
    ? Math.min(Math.max(Math.round(value), limits.least), limits.most)
    : otherwise;

/** Pictures inside the figure itself; any other address would be fetched. */
const enclosed = (address: unknown): boolean =>
  typeof address === "string" && /^data:image\/(png|jpe?g|gif|webp);base64,/i.test(address);

const withoutForeign = (layout: Record<string, unknown>): Record<string, unknown> => ({
  ...layout,
  ...(Array.isArray(layout.images) && {
    images: layout.images.filter((image) => isRecord(image) && enclosed(image.source)),
  }),
});

const traceWithoutForeign = (trace: Record<string, unknown>): Record<string, unknown> =>
  trace.type === "image" && !enclosed(trace.source) ? { ...trace, source: undefined } : trace;

/** Width and height of a figure, between 20 and 4000 pixels. */
export const sizeOf = ({ layout }: Figure): Size => ({
  width: side(layout.width, usual.width),
  height: side(layout.height, usual.height),
});

/** The figure that a MIME value `{data, layout}` holds, or undefined when it is none. Pictures by address are left out. */
export const figureOf = (value: unknown): Figure | undefined => {
  if (!isRecord(value) || !Array.isArray(value.data) || !value.data.every(isRecord)) return undefined;
  const layout = isRecord(value.layout) ? value.layout : {};
  return { data: value.data.map(traceWithoutForeign), layout: withoutForeign(layout) };
};
