/** The licences of what is in a bundle, as their texts ask for. */

import { existsSync, readdirSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";

/** Licences that allow bundling in a package under the MIT licence. */
const permissive = new Set(["MIT", "ISC", "BSD-2-Clause", "BSD-3-Clause", "Apache-2.0", "0BSD"]);

/** The folder of the package a bundled file belongs to; undefined for our own files. */
function packageOf(root, file) {
  let folder = dirname(join(root, file));
  if (!file.includes("node_modules/")) return undefined;
  while (
    !existsSync(join(folder, "package.json")) ||
    JSON.parse(readFileSync(join(folder, "package.json"), "utf8")).version === undefined
  ) {
    folder = dirname(folder);
  }
  return folder;
}

const licenceFile = (folder) => readdirSync(folder).find((name) => /^(licen[cs]e|copying)(\.|$)/i.test(name));

function notice(folder) {
  const { name, version, license, homepage, author } = JSON.parse(readFileSync(join(folder, "package.json"), "utf8"));
  if (!permissive.has(license))
    throw new Error(`${name} ${version} has the licence ${license}, which was not reviewed for bundling`);
  const file = licenceFile(folder);
  const by = typeof author === "string" ? author : (author?.name ?? "");
  const text = file ? readFileSync(join(folder, file), "utf8").trim() : `Licensed under ${license}. ${by}`.trim();
  return `${name} ${version}\n${license}${homepage ? `, ${homepage}` : ""}\n\n${text}\n`;
}

/**
 * One section a package, by name.
 * @throws Error for a licence that has not been reviewed.
 */
export function notices(root, files) {
  const folders = [...new Set(files.map((file) => packageOf(root, file)).filter((folder) => folder !== undefined))];
  const sections = folders.map(notice).sort();
  return `This folder contains the following packages, bundled and in part changed.\n\n${sections.join(`\n${"-".repeat(80)}\n\n`)}`;
}
