export { normalForm, sameAs } from "./normal-form.js";
export { type Replay, replay } from "./replay.js";
export type { Rule } from "./rule.js";
export { rules } from "./rules.js";
