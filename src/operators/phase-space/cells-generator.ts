import { type Axis, axis } from "../../grids/axis.js";
import { gridOf } from "../../grids/box.js";
import { multiply, transpose } from "../../linalg/sparse/sparse.js";
import { cited } from "../../references.js";
import { type Density, densityOn } from "../density.js";
import { startOn } from "../diffusion/propagation.js";
import { type Field, fieldOn } from "../field.js";
import type { Start } from "../generator.js";
import type { Region } from "../region.js";
import { flowing } from "./cells-current.js";
import { type CellsOperator, cellsOperator } from "./cells-operator.js";
import { phaseBalance } from "./phase-balance.js";
import type { PhaseDensity, PhaseFrom, PhaseGenerator } from "./phase-generator.js";
import { type Flux, phaseLinks } from "./phase-links.js";
import { type PhaseMode, phaseModes } from "./phase-modes.js";
import { checkTime, moved } from "./phase-propagation.js";
import { backward, cellsIn, committorBetween, reactionBetween } from "./phase-reaction.js";
import { phaseSpectrum } from "./phase-spectrum.js";
import type { PhaseSystem } from "./phase-system.js";

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

/** What eigenvalues are off by, an order-th power of the size of the cells, from how far they are from those on half as many: those in x and those in p are
 *  added, as the two errors may cancel by chance. */
const errorsOf = (modes: readonly PhaseMode[], rough: readonly (readonly PhaseMode[])[], order: number): number[] =>
  modes.map(({ rate, frequency }) => {
    const apart = rough.map((others) =>
      Math.min(...others.map((other) => Math.hypot(rate - other.rate, frequency - other.frequency))),
    );
    return rate === 0 && frequency === 0 ? 0 : (apart[0] + apart[1]) / (2 ** order - 1);
  });

/** Rounding may leave negative values where all jumps have rates ≥ 0; they are set to 0, and the mass is restored. */
const positive = (values: Float64Array, volumes: Float64Array): Float64Array => {
  const mass = (rho: Float64Array) => rho.reduce((sum, value, i) => sum + value * volumes[i], 0);
  const kept = values.map((value) => Math.max(value, 0));
  const scale = mass(values) / mass(kept);
  return kept.map((value) => value * scale);
};

/** The mean of times over a start. */
const meanFrom = ({ grid, log }: CellsOperator, from: PhaseFrom, times: Field): number => {
  if (typeof from === "object" && !("values" in from && "mass" in from))
    return times.at(...(from as readonly number[]));
  const density = from as Density;
  const weight =
    typeof from === "object"
      ? density.values.map((value, i) => value * grid.volumes[i])
      : Float64Array.from(cellsIn(grid, from), (is, i) => is * Math.exp(log[i]));
  const total = weight.reduce((sum, value) => sum + value, 0);
  return weight.reduce((sum, value, i) => sum + value * times.values[i], 0) / total;
};

/** The generator by what flows between cells. @throws PhysicsError "grid" */
export const cellsGenerator = (system: PhaseSystem, flux: Flux): Omit<PhaseGenerator, "equation" | symbol> => {
  const { grid } = system;
  const operator: CellsOperator = cellsOperator(grid, phaseLinks(system, flux));
  const { rates, links, log, rest } = operator;
  const backwards = transpose(rates);
  const bordered = (held: Uint8Array) => phaseLinks(system, flux, held);
  const order = flux === "upwind" ? 1 : 2;
  const times = (to: Region) =>
    fieldOn(
      grid,
      backward(operator, bordered, cellsIn(grid, to), -1, () => 0),
      "τ",
    );

  const propagate = (start: Start, t: number): PhaseDensity => {
    const rho = startOn(grid, start);
    const { values: c, error } = moved(operator, operator.coordinates(rho), t);
    const values = operator.density(c);
    const keep = flux === "upwind" && rho.every((value) => value >= 0);
    return Object.assign(densityOn(grid, keep ? positive(values, grid.volumes) : values), { error });
  };

  return {
    grid,
    apply: (rho, out) => {
      multiply(
        rates,
        rho.map((value, i) => value * grid.volumes[i]),
        out,
      );
      for (let i = 0; i < out.length; i++) out[i] /= grid.volumes[i];
      return out;
    },
    adjoint: (a, out) => multiply(backwards, a, out),
    equilibrium: () => densityOn(grid, operator.density(rest)),
    spectrum: (count, { frequency } = {}) => {
      const modes = phaseModes(operator, count, frequency);
      const rough = coarse(system).map((small) =>
        phaseModes(cellsOperator(small.grid, phaseLinks(small, flux)), count + 2, frequency),
      );
      return phaseSpectrum(operator, modes, errorsOf(modes, rough, order));
    },
    propagate: (start, t) => {
      cited("van-den-eshof-hochbruck-2006", "al-mohy-higham-2011");
      checkTime(t);
      return propagate(start, t);
    },
    current: (start) => {
      const rho = startOn(grid, start);
      const over = rho.map((value, i) => value * grid.volumes[i] * Math.exp(-log[i]));
      const flow = links.map(({ from, to, flux: own, exchange }) => {
        const weight = Math.exp(0.5 * (log[from] + log[to]));
        return weight * ((exchange + 0.5 * own) * over[from] - (exchange - 0.5 * own) * over[to]);
      });
      return flowing(grid, links, flow);
    },
    detailedBalance: () => phaseBalance(operator),
    firstPassage: (from, to) => meanFrom(operator, from, times(to)),
    passageTimes: times,
    committor: (A, B) => fieldOn(grid, committorBetween(operator, bordered, cellsIn(grid, A), cellsIn(grid, B)), "q⁺"),
    reaction: (A, B) => reactionBetween(operator, bordered, cellsIn(grid, A), cellsIn(grid, B)),
  };
};
