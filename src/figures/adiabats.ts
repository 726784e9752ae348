import type { Data } from "plotly.js";
import { type Adiabats, adiabats as along } from "../potentials/fields/adiabats.js";
import { pairsOf, sizeOf, titlesOf } from "../potentials/fields/draw-adiabats.js";
import type { MatrixField } from "../potentials/fields/matrix-field.js";
import { type Figure, figure } from "./figure.js";
import type { FigureOptions } from "./options.js";
import { colour, label } from "./theme.js";
import { line } from "./traces.js";

/** Levels of a field along a path, or over its interval, and derivative couplings between them, dashed, with an axis on the right. Units are the field's own
 *  unless others are given. @throws PhysicsError "undefined-quantity" that names the place where levels meet */
export const adiabats = (of: Adiabats | MatrixField, { title, units }: FigureOptions = {}): Figure => {
  const found = "frames" in of ? of : along(of);
  const { field, s } = found;
  const given = units
    ? { length: units.length ?? "reduced units", energy: units.energy ?? "reduced units" }
    : field.units;
  const { x, energy, coupling } = titlesOf({ ...field, ...(given && { units: given }) }, found.along);
  const levels = Array.from({ length: field.states }, (_, j) => line(`λ${j}`, s, found.level(j), colour(j)));
  const couplings = pairsOf(field.states).map(([j, k], i): Data => {
    const trace = line(`⟨Ψ${j}|∂Ψ${k}⟩`, s, sizeOf(found.coupling(j, k)), colour(i), { dash: "dash", width: 1.5 });
    return { ...trace, yaxis: "y2" } as Data;
  });
  return figure([...levels, ...couplings], {
    ...(title !== undefined && { title: { text: title } }),
    margin: { r: 76 },
    xaxis: label(...x),
    yaxis: label(...energy),
    yaxis2: { ...label(...coupling), overlaying: "y", side: "right", showgrid: false },
  });
};
