export { type Functional, functional, type Given, type Range } from "./functional.js";
