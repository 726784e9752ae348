export { type Derivation, derive, type Line, rules, type Step } from "./derive.js";
export { normalForm, sameAs } from "./normal-form.js";
export type { Context, Rule } from "./rule.js";
