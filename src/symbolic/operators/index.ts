export type { Values } from "./given.js";
export { type Operator, operator, type Seeded } from "./operator.js";
