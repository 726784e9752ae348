import { multiply, transpose } from "../../linalg/sparse/sparse.js";
import { cited } from "../../references.js";
import { densityOn } from "../density.js";
import { startOn } from "../diffusion/propagation.js";
import { fieldOn, type VectorField } from "../field.js";
import type { Start } from "../generator.js";
import { flowing } from "./cells-current.js";
import { cellsErrors } from "./cells-errors.js";
import { type CellsOperator, cellsOperator } from "./cells-operator.js";
import { firstPassage, passageTimes } from "./cells-passage.js";
import { cellsPropagation } from "./cells-propagation.js";
import { phaseBalance } from "./phase-balance.js";
import type { PhaseGenerator } from "./phase-generator.js";
import { type Flux, phaseLinks } from "./phase-links.js";
import { phaseModes } from "./phase-modes.js";
import { checkTime } from "./phase-propagation.js";
import { cellsIn, committorBetween, reactionBetween } from "./phase-reaction.js";
import { type PhaseSpectrum, phaseSpectrum } from "./phase-spectrum.js";
import type { PhaseSystem } from "./phase-system.js";

type Acts = Pick<PhaseGenerator, "apply" | "adjoint">;
type Reacts = Pick<PhaseGenerator, "firstPassage" | "passageTimes" | "committor" | "reaction">;

/** 𝓛 and 𝓛† at the cells. */
const acting = ({ grid, rates }: CellsOperator): Acts => {
  const backwards = transpose(rates);
  return {
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
  };
};

/** What flows over each link in a density. */
const currentOf = ({ grid, links, log }: CellsOperator, start: Start): VectorField => {
  const over = startOn(grid, start).map((value, i) => value * grid.volumes[i] * Math.exp(-log[i]));
  const flow = links.map(({ from, to, flux, exchange }) => {
    const weight = Math.exp(0.5 * (log[from] + log[to]));
    return weight * ((exchange + 0.5 * flux) * over[from] - (exchange - 0.5 * flux) * over[to]);
  });
  return flowing(grid, links, flow);
};

const spectrumOf = (
  system: PhaseSystem,
  operator: CellsOperator,
  flux: Flux,
  count: number,
  frequency: number | undefined,
): PhaseSpectrum => {
  const modes = phaseModes(operator, count, frequency);
  return phaseSpectrum(operator, modes, cellsErrors(system, flux, modes, frequency));
};

/** What has to do with regions. */
const reacting = (system: PhaseSystem, operator: CellsOperator, flux: Flux): Reacts => {
  const { grid } = system;
  const bordered = (held: Uint8Array) => phaseLinks(system, flux, held);
  return {
    firstPassage: (from, to) => firstPassage(operator, bordered, from, to),
    passageTimes: (to) => passageTimes(operator, bordered, to),
    committor: (A, B) => fieldOn(grid, committorBetween(operator, bordered, cellsIn(grid, A), cellsIn(grid, B)), "q⁺"),
    reaction: (A, B) => reactionBetween(operator, bordered, cellsIn(grid, A), cellsIn(grid, B)),
  };
};

/** The generator by what flows between cells. @throws PhysicsError "grid" */
export const cellsGenerator = (system: PhaseSystem, flux: Flux): Omit<PhaseGenerator, "equation" | symbol> => {
  const { grid } = system;
  const operator = cellsOperator(grid, phaseLinks(system, flux));
  return {
    grid,
    ...acting(operator),
    ...reacting(system, operator, flux),
    equilibrium: () => densityOn(grid, operator.density(operator.rest)),
    spectrum: (count, { frequency } = {}) => spectrumOf(system, operator, flux, count, frequency),
    propagate: (start, t) => {
      cited("van-den-eshof-hochbruck-2006", "al-mohy-higham-2011");
      checkTime(t);
      return cellsPropagation(operator, flux, start, t);
    },
    current: (start) => currentOf(operator, start),
    detailedBalance: () => phaseBalance(operator),
  };
};
