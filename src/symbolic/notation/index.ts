export { type Declared, declare } from "./declare.js";
export { declarationOf, labelOf } from "./names.js";
export { parse, parseEquation, parseSides } from "./parse.js";
export { tex, texEquation } from "./tex.js";
export { text } from "./text.js";
