/** The spreadsheet reader is a file of its own, read when the first spreadsheet is. */
for (const name of ["read", "readFile", "writeFile", "utils"]) {
  Object.defineProperty(exports, name, { enumerable: true, get: () => require("./xlsx.cjs")[name] });
}
