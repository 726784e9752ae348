export { type BrownianPath, type BrownianPathOptions, brownianPath } from "./brownian-path.js";
export { type Stream, stream } from "./stream.js";
