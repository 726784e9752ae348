export { type Atoms, type Liouville, type LiouvilleOperator, liouville } from "./liouville.js";
export { type PoissonAlgebra, poisson } from "./poisson.js";
export type { Quantity } from "./quantity.js";
