export { breathing } from "../breath.js";
