/** A figure's layout in the colours of the page around it. */

export interface Colours {
  readonly text: string;
  readonly quiet: string;
  readonly grid: string;
  readonly dark: boolean;
}

type Fields = Record<string, unknown>;

/**
 * The layout with a template in the page's colours on a transparent ground. What the layout says itself stays; a template of its own gives way in
 * the dark only, where its colours would not be seen, and a figure that chooses its own ground is left as it is.
 * The function refers to nothing outside itself, so that its text can be put into a page.
 */
export const themedLayout = (layout: Fields, { text, quiet, grid, dark }: Colours): Fields => {
  const fields = (value: unknown): Fields => (typeof value === "object" && value !== null ? (value as Fields) : {});
  const own = fields(layout.template);
  const styled = Object.keys(fields(own.layout)).length > 0;
  if (typeof layout.paper_bgcolor === "string" || (styled && !dark)) return layout;
  const clear = "rgba(0,0,0,0)";
  const base = fields(own.layout);
  const lines = { gridcolor: grid, zerolinecolor: quiet, linecolor: quiet, tickcolor: quiet };
  // Plotly's own ten hues, lighter.
  const lighter = [
    "#58a6e0",
    "#ff9d45",
    "#5fc45f",
    "#f0706f",
    "#b28ad8",
    "#b48478",
    "#ec96d0",
    "#a6a6a6",
    "#cfd04a",
    "#41d0de",
  ];
  const axis = (name: string) => ({ ...fields(base[name]), ...lines });
  const wall = (name: string) => ({ ...fields(fields(base.scene)[name]), ...lines, backgroundcolor: clear });
  const around = (name: string, axes: readonly string[]) => {
    const place = fields(base[name]);
    return {
      ...place,
      bgcolor: clear,
      ...Object.fromEntries(axes.map((one) => [one, { ...fields(place[one]), ...lines }])),
    };
  };
  const template = {
    ...own,
    layout: {
      ...base,
      paper_bgcolor: clear,
      plot_bgcolor: clear,
      ...(dark && !styled && { colorway: lighter }),
      font: { ...fields(base.font), color: text },
      title: { ...fields(base.title), font: { ...fields(fields(base.title).font), color: text } },
      xaxis: axis("xaxis"),
      yaxis: axis("yaxis"),
      scene: {
        ...fields(base.scene),
        bgcolor: clear,
        xaxis: wall("xaxis"),
        yaxis: wall("yaxis"),
        zaxis: wall("zaxis"),
      },
      polar: around("polar", ["angularaxis", "radialaxis"]),
      ternary: around("ternary", ["aaxis", "baxis", "caxis"]),
      legend: { ...fields(base.legend), bgcolor: clear },
      annotationdefaults: { ...fields(base.annotationdefaults), arrowcolor: text },
      shapedefaults: {
        ...fields(base.shapedefaults),
        line: { ...fields(fields(base.shapedefaults).line), color: quiet },
      },
      modebar: { bgcolor: clear, color: quiet, activecolor: text },
    },
  };
  return { ...layout, template };
};
