import { addEquation } from "./add-equation.js";
import { apart } from "./apart.js";
import { atDelta } from "./at-delta.js";
import { fold, substitute, unfold } from "./by-equation.js";
import { byParts } from "./by-parts.js";
import { chainAtConstant } from "./chain-at-constant.js";
import { changeVariable } from "./change-variable.js";
import { displacement } from "./displacement.js";
import { eachMomentum } from "./each-momentum.js";
import { exchange } from "./exchange.js";
import { firstTerm } from "./first-term.js";
import { flowEquation } from "./flow.js";
import { foldSum } from "./fold-sum.js";
import { fourierDelta } from "./fourier-delta.js";
import { gaussian } from "./gaussian.js";
import { gibbs, stationary } from "./gibbs.js";
import { annihilatedStays, functionsOfH } from "./kernel.js";
import { leibniz } from "./leibniz.js";
import { vanishing } from "./limit.js";
import { noHigherOperators } from "./no-higher-operators.js";
import { numberAtoms } from "./number-atoms.js";
import { oddInMomentum } from "./odd.js";
import { oddOverInterval } from "./odd-interval.js";
import { orderOfEquation } from "./order.js";
import type { Rule } from "./rule.js";
import { sift } from "./sift.js";
import { slowTimes } from "./slow-times.js";
import { starOfDelta } from "./star-of-delta.js";
import { throughDelta } from "./through-delta.js";
import { translation } from "./translation.js";
import { underTheIntegral } from "./under-the-integral.js";
import { underTime } from "./under-time.js";
import { zeroOrOne } from "./zero-or-one.js";

/** The rules, each under a name of its own. */
export const rules: readonly Rule[] = [
  unfold,
  fold,
  substitute,
  addEquation,
  underTheIntegral,
  byParts,
  throughDelta,
  chainAtConstant,
  slowTimes,
  orderOfEquation,
  firstTerm,
  noHigherOperators,
  atDelta,
  translation,
  oddInMomentum,
  oddOverInterval,
  underTime,
  leibniz,
  changeVariable,
  flowEquation,
  functionsOfH,
  annihilatedStays,
  gibbs,
  stationary,
  vanishing,
  fourierDelta,
  sift,
  gaussian,
  exchange,
  eachMomentum,
  numberAtoms,
  foldSum,
  apart,
  starOfDelta,
  displacement,
  zeroOrOne,
];
