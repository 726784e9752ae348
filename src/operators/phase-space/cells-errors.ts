import { type Axis, axis } from "../../grids/axis.js";
import { gridOf } from "../../grids/box.js";
import { cellsOperator } from "./cells-operator.js";
import { type Flux, phaseLinks } from "./phase-links.js";
import { type PhaseMode, phaseModes } from "./phase-modes.js";
import type { PhaseSystem } from "./phase-system.js";

/** What the extrapolation below is multiplied by. On its own it has been 0.68 to 15 times the true error in 36 modes of an oscillator and of double wells, on 32² and 48²
 *  cells. */
const SAFETY = 2;

/** Half as many cells, each about two of the old ones. */
const halved = ({ cells, edges, symbol, ends }: Axis): Axis => {
  const half = Math.floor(cells / 2);
  const at = (k: number) => {
    const place = (k * cells) / half;
    const low = Math.min(Math.floor(place), cells - 1);
    return edges[low] + (place - low) * (edges[low + 1] - edges[low]);
  };
  return axis({ edges: Array.from({ length: half + 1 }, (_, k) => at(k)) }, symbol, ends);
};

/** The system on half as many cells in x, and on half as many in p. */
const coarse = (system: PhaseSystem): readonly PhaseSystem[] =>
  [
    { x: halved(system.x), p: system.p },
    { x: system.x, p: halved(system.p) },
  ].map(({ x, p }) => ({ ...system, x, p, grid: gridOf([x, p]) }));

const apart = (mode: PhaseMode, other: PhaseMode): number =>
  Math.hypot(mode.rate - other.rate, mode.frequency - other.frequency);

const closest = (mode: PhaseMode, others: readonly PhaseMode[]): number =>
  Math.min(...others.map((other) => apart(mode, other)));

/** By central fluxes eigenvalues are off by a square of the cells: a third of how far they are from those on half as many cells in x and in p, which are added, as
 *  the two errors may cancel by chance. */
const centralErrors = (
  system: PhaseSystem,
  modes: readonly PhaseMode[],
  frequency: number | undefined,
): readonly number[] => {
  const rough = coarse(system).map((small) =>
    phaseModes(cellsOperator(small.grid, phaseLinks(small, "central")), modes.length + 2, frequency),
  );
  return modes.map((mode) => (SAFETY / 3) * rough.reduce((sum, others) => sum + closest(mode, others), 0));
};

/** How far eigenvalues may be off. Upwind fluxes, whose errors are beside the friction too large for an extrapolation, are held against central ones on the same
 *  cells, the first mode against the first: the nearest might be another mode. */
export const cellsErrors = (
  system: PhaseSystem,
  flux: Flux,
  modes: readonly PhaseMode[],
  frequency: number | undefined,
): readonly number[] => {
  const central =
    flux === "central"
      ? modes
      : phaseModes(cellsOperator(system.grid, phaseLinks(system, "central")), modes.length, frequency);
  const left = centralErrors(system, central, frequency);
  return modes.map((mode, k) => {
    if (mode.rate === 0 && mode.frequency === 0) return 0;
    if (k >= central.length) return Number.POSITIVE_INFINITY;
    return (flux === "central" ? 0 : apart(mode, central[k])) + left[k];
  });
};
