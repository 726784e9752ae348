/** liouville: one potential, many views. Each namespace is a folder of the library. */

export * as derivations from "./derivations/index.js";
export { type Displayable, display, type MimeBundle } from "./display.js";
export * as dynamics from "./dynamics/index.js";
export * as ensembles from "./ensembles/index.js";
export { type Complaint, type Fault, PhysicsError } from "./errors.js";
export * as estimate from "./estimate/index.js";
export * as figures from "./figures/index.js";
export * as grids from "./grids/index.js";
export * as operators from "./operators/index.js";
export * as Plotly from "./plotly.js";
export * as potentials from "./potentials/index.js";
export * as random from "./random/index.js";
export { cite, type ReferenceKey, references } from "./references.js";
export * as sampling from "./sampling/index.js";
export { show } from "./show.js";
export * as symbolic from "./symbolic/index.js";
export * as systems from "./systems/index.js";
export { table } from "./table.js";
