import { apart } from "./apart.js";
import { fold, substitute, unfold } from "./by-equation.js";
import { byParts } from "./by-parts.js";
import { eachMomentum } from "./each-momentum.js";
import { exchange } from "./exchange.js";
import { foldSum } from "./fold-sum.js";
import { fourierDelta } from "./fourier-delta.js";
import { gaussian } from "./gaussian.js";
import { numberAtoms } from "./number-atoms.js";
import type { Rule } from "./rule.js";
import { sift } from "./sift.js";
import { throughDelta } from "./through-delta.js";
import { underTheIntegral } from "./under-the-integral.js";

/** The rules, each under a name of its own. */
export const rules: readonly Rule[] = [
  unfold,
  fold,
  substitute,
  underTheIntegral,
  byParts,
  throughDelta,
  fourierDelta,
  sift,
  gaussian,
  exchange,
  eachMomentum,
  numberAtoms,
  foldSum,
  apart,
];
