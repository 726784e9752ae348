import { fold, substitute, unfold } from "./by-equation.js";
import { byParts } from "./by-parts.js";
import type { Rule } from "./rule.js";
import { throughDelta } from "./through-delta.js";
import { underTheIntegral } from "./under-the-integral.js";

/** The rules, each under a name of its own. */
export const rules: readonly Rule[] = [unfold, fold, substitute, underTheIntegral, byParts, throughDelta];
