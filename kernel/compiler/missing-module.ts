/** What is said of a module that cannot be found. */

import { builtinModules } from "node:module";
import { nearest } from "../nearest.js";

/** What cells can import anywhere. */
const brought = ["liouville", "mathjs", "danfojs", "danfojs-node", "plotly.js", "tslab"];

/** How many letters of a name may be wrong; of a short one none, as every other is near. */
const mistakes = ({ length }: string): number => (length < 4 ? 0 : length < 6 ? 1 : 2);

const packageOf = (name: string): string =>
  name
    .split("/")
    .slice(0, name.startsWith("@") ? 2 : 1)
    .join("/");

const meant = (name: string, words: readonly string[], prefix = ""): string => {
  const word = name.length < 4 ? undefined : nearest(name, words, mistakes(name));
  return word === undefined ? "" : ` Did you mean '${prefix}${word}'?`;
};

/** A misspelt name is set right; it is not to be installed, for what bears it on npm may be anything. */
export function missingModule(name: string): string {
  if (name.startsWith(".")) return `Cannot find the file '${name}' from the notebook's folder.`;
  if (name.startsWith("node:")) {
    return `Node has no module '${name}'.${meant(name.slice("node:".length), builtinModules, "node:")}`;
  }
  const found = `Cannot find module '${name}'.`;
  const other = meant(packageOf(name), brought);
  return other ? found + other : `${found} Install it beside the notebook: npm i ${packageOf(name)}`;
}
