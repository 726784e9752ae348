/** A figure's layout in the colours of the page around it. */

export interface Colours {
  readonly text: string;
  readonly quiet: string;
  readonly grid: string;
  readonly dark: boolean;
}

type Fields = Record<string, unknown>;

const fields = (value: unknown): Fields => (typeof value === "object" && value !== null ? (value as Fields) : {});

/** Defaults for the parts of a layout, in the page's colours, over those that `base` has. */
const dressed = (base: Fields, { text, quiet, grid }: Colours): Fields => {
  const clear = "rgba(0,0,0,0)";
  const lines = { gridcolor: grid, zerolinecolor: quiet, linecolor: quiet, tickcolor: quiet };
  const within = (place: Fields, axes: readonly string[], more = {}): Fields => {
    const dressedAxes = axes.map((axis) => [axis, { ...fields(place[axis]), ...lines, ...more }]);
    return { ...place, bgcolor: clear, ...Object.fromEntries(dressedAxes) };
  };
  const over = (name: string, change: Fields): Fields => ({ ...fields(base[name]), ...change });
  return {
    ...base,
    paper_bgcolor: clear,
    plot_bgcolor: clear,
    font: over("font", { color: text }),
    title: over("title", { font: { ...fields(fields(base.title).font), color: text } }),
    xaxis: over("xaxis", lines),
    yaxis: over("yaxis", lines),
    scene: within(fields(base.scene), ["xaxis", "yaxis", "zaxis"], { backgroundcolor: clear }),
    polar: within(fields(base.polar), ["angularaxis", "radialaxis"]),
    ternary: within(fields(base.ternary), ["aaxis", "baxis", "caxis"]),
    legend: over("legend", { bgcolor: clear }),
    annotationdefaults: over("annotationdefaults", { arrowcolor: text }),
    shapedefaults: over("shapedefaults", { line: { ...fields(fields(base.shapedefaults).line), color: quiet } }),
    modebar: { bgcolor: clear, color: quiet, activecolor: text },
  };
};

/** Plotly's own ten hues, lighter. */
const lighter = "#58a6e0 #ff9d45 #5fc45f #f0706f #b28ad8 #b48478 #ec96d0 #a6a6a6 #cfd04a #41d0de".split(" ");

/**
 * The layout with a template in the page's colours on a transparent ground. What the layout says itself stays; a template of its own gives way in
 * the dark only, where its colours would not be seen, and a figure that chooses its own ground is left as it is.
 */
export const themedLayout = (layout: Fields, colours: Colours): Fields => {
  const own = fields(layout.template);
  const base = fields(own.layout);
  const styled = Object.keys(base).length > 0;
  if (typeof layout.paper_bgcolor === "string" || (styled && !colours.dark)) return layout;
  const hues = colours.dark && !styled ? { colorway: lighter } : {};
  return { ...layout, template: { ...own, layout: { ...dressed(base, colours), ...hues } } };
};

/** The text of `themedLayout` with all that it refers to, as an expression, to be put into a page. */
export const themedLayoutText = (): string => `(() => {
  const lighter = ${JSON.stringify(lighter)};
  const fields = ${fields};
  const dressed = ${dressed};
  return ${themedLayout};
})()`;
