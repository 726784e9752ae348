/** Where the compiler and tslab differ on the corpus, cell by cell, and why. Any other difference fails the test. */

export interface Difference {
  readonly reason: string;
  /** Session and number of the cells of which only the shown types differ: they end alike, with the same value. */
  readonly types?: readonly string[];
  /** Session and number of the other cells, with the value that is right, `""` where there is none. */
  readonly values?: Readonly<Record<string, string>>;
}

export const differences: readonly Difference[] = [
  {
    reason: "tslab wraps variables of earlier cells in neither shorthand properties nor destructuring targets",
    values: {
      "destructuring 8": "{ p: 11, q: 12 }",
      "destructuring 9": "300",
      "destructuring 11": "[ 5, 6 ]",
      "destructuring 15": "10",
      "literals 15": "{ list: [ 1, 2, 3 ], pair: [ 'k', 2 ] }",
      "redeclaration 27": "{ shadow: 1, y: 2, nested: { shadow: 5 } }",
      "redeclaration 28": "6",
    },
  },
  {
    reason: "tslab takes what is destructured into exported variables for an array, not for an iterable",
    values: {
      "destructuring 18": "[ 5, [ 6, 7 ] ]",
    },
  },
  {
    reason: "tslab's function is not async where the only await is that of a loop, or the first of an arrow's body",
    values: {
      "async 6": "[ 0, 1, 2 ]",
      "async 7": "3",
      "async 8": "[ 0, 1, 2, 1, 1 ]",
      "async 13": "11",
      "async 18": "[ { value: 0, done: false }, { value: 1, done: false }, { value: undefined, done: true } ]",
    },
  },
  {
    reason: "tslab forgets `var` that is declared within a loop, a branch or a block",
    types: ["control 5", "control 6", "control 7", "control 8", "control 9", "control 12", "functions 28"],
    values: {
      "functions 29": "3",
    },
  },
  {
    reason: "a function sees what a later cell assigns to a variable, as one binding is shared by all cells",
    values: {
      "redeclaration 5": "5",
    },
  },
  {
    reason: "what a failing cell has declared before it failed stays declared",
    values: {
      "failing 4": "'first'",
    },
  },
  {
    reason: "`export` is allowed and means nothing; tslab takes it for a redeclaration",
    values: {
      "imports 24": "6",
      "imports 25": "5",
      "imports 27": "",
      "imports 28": "2",
    },
  },
  {
    reason: "cells are strict code, as ES modules are",
    values: {
      "functions 21": "'number'",
    },
  },
  {
    reason: "an empty statement after the last expression does not hide its value",
    values: {
      "literals 32": "0.5",
    },
  },
  {
    reason: "tslab assigns the last expression to a variable, which names an anonymous function",
    values: {
      "expressions 40": "[AsyncFunction (anonymous)]",
    },
  },
  {
    reason: "aliases of namespaces reach those of earlier cells",
    values: {
      "enums-namespaces 16": "'q'",
    },
  },
  {
    reason: "packages of liouville are importable in any folder",
    values: {
      "imports 16": "0.10074347709389614",
    },
  },
  {
    reason: "packages with `exports` alone, ES modules that await, `.ts` in import paths, import.meta",
    values: {
      "newer 8": "'waited'",
      "newer 9": "21",
      "newer 10": "2",
      "newer 11": "2",
      "newer 15": "true",
    },
  },
  {
    reason: "syntax and library newer than TypeScript 5.0 and ES2022",
    values: {
      "expressions 46": "2",
      "newer 2": "[ 'ab open', 'b', 'a' ]",
      "newer 3": "'c'",
      "newer 4": "[ 'ab open', 'b', 'a', 'c' ]",
      "newer 5": "'d'",
      "newer 12": "[ 3, 2, 1 ]",
      "newer 13": "true",
    },
  },
  {
    reason: "types are strict: they show null and undefined, `this`, and the type of a getter",
    types: [
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
    types: ["classes 10", "classes 11", "classes 16", "redeclaration 35"],
  },
  {
    reason: "TypeScript 6 words the same type otherwise, or orders its parts otherwise, than 5.0",
    types: ["async 20", "enums-namespaces 12", "enums-namespaces 13", "literals 19", "types 6"],
  },
  {
    reason: "types of Node 20 instead of 18, and their namespaces written out",
    types: ["imports 2", "imports 3", "imports 6", "imports 12", "imports 18", "imports 20", "imports 23"],
  },
  {
    reason: "a whole module and a default export show their type; tslab shows the import alone",
    types: ["imports 7", "imports 10", "imports 11", "imports 21", "modules 3"],
  },
];
