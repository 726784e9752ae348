/** What every figure takes: a title, and the units that stand at its axes. Without units a figure says "reduced units". */
export interface FigureOptions {
  readonly title?: string;
  readonly units?: { readonly length?: string; readonly time?: string; readonly energy?: string };
}

const reduced = "reduced units";

/** The units at the axes, and the title as Plotly wants it. */
export const settings = ({ title, units = {} }: FigureOptions) => ({
  length: units.length ?? reduced,
  perLength: units.length ? `1/${units.length}` : reduced,
  time: units.time ?? reduced,
  perTime: units.time ? `1/${units.time}` : reduced,
  energy: units.energy ?? reduced,
  heading:
    title === undefined
      ? {}
      : {
          title: { text: title, x: 0, xref: "paper" as const, font: { size: 16 } },
          margin: { l: 76, r: 24, t: 84, b: 64 },
        },
});
