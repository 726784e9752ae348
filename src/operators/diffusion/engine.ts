/** The two ways to work with a generator: as a chain on a line, otherwise as a network. */

import type { Grid } from "../../grids/grid.js";
import { exponential } from "../../linalg/exponential/exponential.js";
import { multiply as multiplySparse } from "../../linalg/sparse/sparse.js";
import { multiply } from "../../linalg/tridiagonal/tridiagonal.js";
import { cited } from "../../references.js";
import type { Turns } from "../../turns.js";
import type { Spectrum } from "../spectrum.js";
import { type Chain, matrixOf } from "./chain.js";
import { chainSpectrum } from "./chain-modes.js";
import type { Network } from "./network.js";
import { networkSpectrum } from "./network-modes.js";
import { networkPropagation } from "./network-propagation.js";
import { once } from "./once.js";
import type { Flow } from "./propagation.js";
import { ratesOf } from "./rates.js";
import { allCells, shapeOf, wholeInverse } from "./solver.js";

export interface Engine {
  /** dP/dt = 𝓛P for the probabilities of the cells, into `out`. */
  apply(P: Float64Array, out: Float64Array): Float64Array;
  spectrum(count: number): Turns<Spectrum>;
  readonly flow: Flow;
}

/** A chain: everything by tridiagonal matrices. */
export const chainEngine = (grid: Grid, chain: Chain): Engine => {
  const matrix = matrixOf(chain);
  return {
    apply: (P, out) => multiply(matrix, P, out),
    spectrum: function* (count) {
      yield 0;
      return chainSpectrum(grid, chain, count);
    },
    flow: function* (P, t) {
      yield 0;
      cited("trefethen-weideman-schmelzer-2006");
      return exponential(matrix, t, P);
    },
  };
};

/** A network: everything by sparse factors, which are made when they are needed and kept. */
export const networkEngine = (network: Network): Engine => {
  const rates = once(() => ratesOf(network));
  const shape = once(() => shapeOf(network.grid, network.links, allCells(network.grid)));
  const inverse = once(() => wholeInverse(network, shape()));
  return {
    apply: (P, out) => multiplySparse(rates(), P, out),
    spectrum: function* (count) {
      yield 0;
      return yield* networkSpectrum(network, inverse(), count);
    },
    flow: networkPropagation(network, shape),
  };
};
