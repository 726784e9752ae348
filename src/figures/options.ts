/** What every figure takes: a title, and the units that stand at its axes. Without units a figure says "reduced units". */
export interface FigureOptions {
  readonly title?: string;
  readonly units?: { readonly length?: string; readonly time?: string; readonly energy?: string };
}

const reduced = "reduced units";

/** The units at the axes, and the title as Plotly wants it. Of an observable nothing is known but its name. */
export const settings = ({ title, units = {} }: FigureOptions) => ({
  length: units.length ?? reduced,
  perLength: units.length ? `1/${units.length}` : reduced,
  time: units.time ?? reduced,
  perTime: units.time ? `1/${units.time}` : reduced,
  energy: units.energy ?? reduced,
  of: (symbol: string) => (Object.keys(units).length > 0 ? `unit of ${symbol}` : reduced),
  heading: title === undefined ? {} : { title: { text: title } },
});
