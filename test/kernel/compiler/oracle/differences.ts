/** Where the compiler and tslab differ on the corpus, cell by cell, and why. Any other difference fails the test. */

export interface Difference {
  readonly reason: string;
  /** Session and number of the cell. */
  readonly cells: readonly string[];
}

export const differences: readonly Difference[] = [
  {
    reason: "tslab wraps variables of earlier cells in neither shorthand properties nor destructuring targets",
    cells: [
      "destructuring 8",
      "destructuring 9",
      "destructuring 11",
      "destructuring 15",
      "literals 15",
      "redeclaration 27",
      "redeclaration 28",
    ],
  },
  {
    reason: "tslab takes what is destructured into exported variables for an array, not for an iterable",
    cells: ["destructuring 18"],
  },
  {
    reason: "tslab's function is not async where the only await is that of a loop, or the first of an arrow's body",
    cells: ["async 6", "async 7", "async 8", "async 13", "async 18"],
  },
  {
    reason: "tslab forgets `var` that is declared within a loop, a branch or a block",
    cells: [
      "control 5",
      "control 6",
      "control 7",
      "control 8",
      "control 9",
      "control 12",
      "functions 28",
      "functions 29",
    ],
  },
  {
    reason: "a function sees what a later cell assigns to a variable, as one binding is shared by all cells",
    cells: ["redeclaration 5"],
  },
  {
    reason: "what a failing cell has declared before it failed stays declared",
    cells: ["failing 4"],
  },
  {
    reason: "`export` is allowed and means nothing; tslab takes it for a redeclaration",
    cells: ["imports 24", "imports 25", "imports 27", "imports 28"],
  },
  {
    reason: "cells are strict code, as ES modules are",
    cells: ["functions 21"],
  },
  {
    reason: "an empty statement after the last expression does not hide its value",
    cells: ["literals 32"],
  },
  {
    reason: "tslab assigns the last expression to a variable, which names an anonymous function",
    cells: ["expressions 40"],
  },
  {
    reason: "aliases of namespaces reach those of earlier cells",
    cells: ["enums-namespaces 16"],
  },
  {
    reason: "packages of liouville are importable in any folder",
    cells: ["imports 16"],
  },
  {
    reason: "packages with `exports` alone, ES modules that await, `.ts` in import paths, import.meta",
    cells: ["newer 8", "newer 9", "newer 10", "newer 11", "newer 15"],
  },
  {
    reason: "syntax and library newer than TypeScript 5.0 and ES2022",
    cells: ["expressions 46", "newer 2", "newer 3", "newer 4", "newer 5", "newer 12", "newer 13"],
  },
  {
    reason: "types are strict: they show null and undefined, `this`, and the type of a getter",
    cells: [
      "classes 22",
      "control 21",
      "destructuring 4",
      "expressions 1",
      "expressions 5",
      "expressions 38",
      "functions 19",
      "functions 20",
      "imports 5",
      "literals 17",
      "loose 7",
      "loose 13",
      "loose 15",
      "loose 16",
      "newer 14",
      "redeclaration 34",
      "types 2",
    ],
  },
  {
    reason: "types come from the cell itself and keep the names of classes; tslab writes them out in declarations",
    cells: ["classes 10", "classes 11", "classes 16", "redeclaration 35"],
  },
  {
    reason: "TypeScript 6 words the same type otherwise, or orders its parts otherwise, than 5.0",
    cells: ["async 20", "enums-namespaces 12", "enums-namespaces 13", "literals 19", "types 6"],
  },
  {
    reason: "types of Node 20 instead of 18, and their namespaces written out",
    cells: ["imports 2", "imports 3", "imports 6", "imports 12", "imports 18", "imports 20", "imports 23"],
  },
  {
    reason: "a whole module and a default export show their type; tslab shows the import alone",
    cells: ["imports 7", "imports 10", "imports 11", "imports 21", "modules 3"],
  },
];
