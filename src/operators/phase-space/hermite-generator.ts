import { PhysicsError } from "../../errors.js";
import { dot, norm } from "../../linalg/krylov/krylov.js";
import { cited } from "../../references.js";
import { type Density, densityOn } from "../density.js";
import { startOn } from "../diffusion/propagation.js";
import type { Start } from "../generator.js";
import { flight } from "./flight.js";
import { hermiteErrors } from "./hermite-errors.js";
import { type HermiteOperator, hermiteOperator } from "./hermite-operator.js";
import { hermitePlaces } from "./hermite-places.js";
import { phaseBalance } from "./phase-balance.js";
import { driven } from "./phase-current.js";
import type { PhaseDensity, PhaseGenerator } from "./phase-generator.js";
import { phaseModes } from "./phase-modes.js";
import { checkTime, moved } from "./phase-propagation.js";
import { type PhaseSpectrum, phaseSpectrum } from "./phase-spectrum.js";
import type { PhaseSystem } from "./phase-system.js";

/** Levels to begin with, and the most that are tried for a spectrum and for a density. */
const [FIRST, MOST, ENOUGH] = [32, 1536, 400];
/** The relative error of a rate, and the error of a density, at which there are levels enough. */
const [RATE, DENSITY] = [1e-8, 1e-6];
/** The error of a density above which it is no answer. */
const USELESS = 0.01;

const tooRough = (error: number): never => {
  throw new PhysicsError("not-converged", {
    what: `The density may be off by ${error.toPrecision(2)} in all`,
    expected: `less than ${USELESS}`,
    remedy: "Start from a broader density, within reach of the equilibrium, or take more cells in x",
  });
};

/** A vector with as many entries; levels that are not there are empty. */
const fitted = (c: Float64Array, size: number): Float64Array => {
  const out = new Float64Array(size);
  out.set(c.subarray(0, Math.min(size, c.length)));
  return out;
};

const isFunction = (start: Start): start is Extract<Start, (...point: number[]) => number> =>
  typeof start === "function";

/** The operators for the numbers of levels that have been asked for, and what is known of densities on them. */
interface Levels {
  readonly system: PhaseSystem;
  /** The number that was enough for the last answer. */
  usual: number;
  at(levels: number): HermiteOperator;
  coordinates(operator: HermiteOperator, start: Start): Float64Array;
  density(operator: HermiteOperator, c: Float64Array): Density;
}

const levelsOf = (system: PhaseSystem): Levels => {
  const { grid } = system;
  const places = hermitePlaces(system);
  const built = new Map<number, HermiteOperator>();
  const made = new WeakMap<Float64Array, Float64Array>();
  return {
    system,
    usual: 2 * FIRST,
    at: (levels) => {
      const operator = built.get(levels) ?? hermiteOperator(system, places, levels);
      built.set(levels, operator);
      return operator;
    },
    coordinates: (operator, start) => {
      if (isFunction(start)) {
        const c = operator.expand(start);
        const mass = dot(operator.rest, c);
        return c.map((value) => value / mass);
      }
      const values = startOn(grid, start);
      const known = made.get(values);
      return known ? fitted(known, operator.size) : operator.coordinates(values);
    },
    density: (operator, c) => {
      const out = densityOn(grid, operator.density(c));
      made.set(out.values, c);
      return out;
    },
  };
};

const spectrumOf = (known: Levels, count: number, frequency: number | undefined): PhaseSpectrum => {
  for (let levels = FIRST; ; ) {
    const operator = known.at(levels);
    const modes = phaseModes(operator, count, frequency);
    const { levels: error, waves, each } = hermiteErrors(operator, modes);
    known.usual = Math.max(known.usual, levels);
    if (error <= Math.max(RATE, 0.1 * waves) || levels >= MOST) return phaseSpectrum(operator, modes, each);
    // Errors fall off like an exponential of the levels.
    const guess = Math.log(0.1 * RATE) / Math.min(-0.5, Math.log(error));
    levels = Math.min(MOST, Math.ceil(levels * Math.min(2.5, Math.max(1.25, guess))));
  }
};

const propagated = (known: Levels, start: Start, t: number): PhaseDensity => {
  const quick = isFunction(start) ? flight(known.system, start, t) : undefined;
  if (quick) return Object.assign(densityOn(known.system.grid, quick.values), { error: quick.error });
  for (let levels = known.usual; ; levels = Math.ceil(1.5 * levels)) {
    const operator = known.at(levels);
    const { values, error: stepping } = moved(operator, known.coordinates(operator, start), t);
    const [missing, waves] = operator.rims.map((rim) => norm(rim(values)));
    const error = missing + waves + stepping;
    if (missing > Math.max(DENSITY, waves) && levels < ENOUGH) continue;
    if (!(error < USELESS)) tooRough(error);
    known.usual = levels;
    return Object.assign(known.density(operator, values), { error });
  }
};

/** 𝓛 and 𝓛† at the cells. */
const acting = (known: Levels, resting: Density): Pick<PhaseGenerator, "apply" | "adjoint"> => {
  const image = (operator: HermiteOperator, c: Float64Array): Float64Array => {
    const out = new Float64Array(operator.size);
    operator.apply(c, out);
    return out;
  };
  return {
    apply: (rho, out) => {
      const operator = known.at(known.usual);
      out.set(operator.density(image(operator, known.coordinates(operator, rho))));
      return out;
    },
    adjoint: (a, out) => {
      const operator = known.at(known.usual);
      const c = operator.coordinates(a.map((value, i) => value * resting.values[i]));
      out.set(operator.observable(operator.reverse(image(operator, operator.reverse(c)))));
      return out;
    },
  };
};

const only = (what: string): never => {
  throw new PhysicsError("undefined-quantity", {
    what: `Functions of the momentum cannot hold the edge of a region, which ${what} asks for`,
    expected: "cells",
    remedy:
      'Build the generator with { method: "finite-volume" }, or "upwind" for probabilities that stay between 0 and 1',
  });
};

/** The generator in Hermite's functions, with as many levels as an answer asks for. @throws PhysicsError "grid" */
export const hermiteGenerator = (system: PhaseSystem): Omit<PhaseGenerator, "equation" | symbol> => {
  const { grid } = system;
  const known = levelsOf(system);
  const first = known.at(FIRST);
  const resting = known.density(first, first.rest);
  return {
    grid,
    ...acting(known, resting),
    equilibrium: () => resting,
    spectrum: (count, { frequency } = {}) => spectrumOf(known, count, frequency),
    propagate: (start, t) => {
      cited("van-den-eshof-hochbruck-2006", "al-mohy-higham-2011");
      checkTime(t);
      return propagated(known, start, t);
    },
    current: (start) => {
      if (!isFunction(start)) return driven(system, startOn(grid, start));
      const operator = known.at(known.usual);
      return driven(system, known.density(operator, known.coordinates(operator, start)).values);
    },
    detailedBalance: () => phaseBalance(first),
    firstPassage: () => only("a first passage"),
    passageTimes: () => only("a first passage"),
    committor: () => only("a committor"),
    reaction: () => only("a reaction"),
  };
};
