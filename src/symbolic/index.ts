export * from "./reduce/index.js";
