import type { Evolution } from "../operators/schroedinger/evolution.js";
import type { Basis } from "../operators/schroedinger/wave.js";
import { axes } from "./axes.js";
import { type Figure, figure } from "./figure.js";
import { type FigureOptions, settings } from "./options.js";
import { colour } from "./theme.js";
import { line } from "./traces.js";

/** Probabilities of the electron states as a wave moves, and what absorbing ends have taken up (dotted), where they have; adiabatic states unless told. */
export const populations = (
  { frames, exits }: Evolution,
  { basis = "adiabatic", ...options }: FigureOptions & { readonly basis?: Basis } = {},
): Figure => {
  const { time } = settings(options);
  const t = frames.map((frame) => frame.t);
  const states = Array.from(frames[0][basis], (_, j) =>
    line(
      `${basis} state ${j}`,
      t,
      frames.map((frame) => frame[basis][j]),
      colour(j),
    ),
  );
  const gone = frames.map((frame) => 1 - frame[basis].reduce((sum, part) => sum + part, 0));
  const absorbed = exits.length > 0 ? [line("absorbed", t, gone, colour(6), { dash: "dot" })] : [];
  return figure([...states, ...absorbed], axes({ x: ["time t", time], y: ["probability", ""] }, options));
};
