/** The functions that an expression may call, each with the JavaScript that computes it and the LaTeX that shows it. */
export const functions: Readonly<
  Record<string, { readonly js: string; readonly tex: string; readonly arity: number }>
> = {
  exp: { js: "Math.exp", tex: "\\exp", arity: 1 },
  log: { js: "Math.log", tex: "\\ln", arity: 1 },
  sqrt: { js: "Math.sqrt", tex: "\\sqrt", arity: 1 },
  cbrt: { js: "Math.cbrt", tex: "\\operatorname{cbrt}", arity: 1 },
  abs: { js: "Math.abs", tex: "\\operatorname{abs}", arity: 1 },
  sign: { js: "Math.sign", tex: "\\operatorname{sgn}", arity: 1 },
  sin: { js: "Math.sin", tex: "\\sin", arity: 1 },
  cos: { js: "Math.cos", tex: "\\cos", arity: 1 },
  tan: { js: "Math.tan", tex: "\\tan", arity: 1 },
  asin: { js: "Math.asin", tex: "\\arcsin", arity: 1 },
  acos: { js: "Math.acos", tex: "\\arccos", arity: 1 },
  atan: { js: "Math.atan", tex: "\\arctan", arity: 1 },
  sinh: { js: "Math.sinh", tex: "\\sinh", arity: 1 },
  cosh: { js: "Math.cosh", tex: "\\cosh", arity: 1 },
  tanh: { js: "Math.tanh", tex: "\\tanh", arity: 1 },
  sec: { js: "1 / Math.cos", tex: "\\sec", arity: 1 },
  csc: { js: "1 / Math.sin", tex: "\\csc", arity: 1 },
  cot: { js: "1 / Math.tan", tex: "\\cot", arity: 1 },
  sech: { js: "1 / Math.cosh", tex: "\\operatorname{sech}", arity: 1 },
  csch: { js: "1 / Math.sinh", tex: "\\operatorname{csch}", arity: 1 },
  coth: { js: "1 / Math.tanh", tex: "\\coth", arity: 1 },
  pow: { js: "Math.pow", tex: "\\operatorname{pow}", arity: 2 },
  atan2: { js: "Math.atan2", tex: "\\operatorname{atan2}", arity: 2 },
  floor: { js: "Math.floor", tex: "\\operatorname{floor}", arity: 1 },
  mod: { js: "((a, b) => a - b * Math.floor(a / b))", tex: "\\operatorname{mod}", arity: 2 },
};

/** Functions that appear in derivatives alone. */
export const slopes: typeof functions = { corner: { js: "Math.sign", tex: "\\operatorname{sgn}", arity: 1 } };

/** Names that stand for numbers, unless a parameter or variable has the same name. */
export const constants: Readonly<Record<string, number>> = { pi: Math.PI, e: Math.E };

/** Comparisons, mathjs's name → JavaScript and LaTeX. They give 1 or 0. */
export const comparisons: Readonly<Record<string, { readonly js: string; readonly tex: string }>> = {
  larger: { js: ">", tex: ">" },
  smaller: { js: "<", tex: "<" },
  largerEq: { js: ">=", tex: "\\ge" },
  smallerEq: { js: "<=", tex: "\\le" },
};

/** Logic of truth values, in which every number but 0 is true; `not` besides. */
export const logic: Readonly<Record<string, { readonly js: string; readonly tex: string }>> = {
  and: { js: "&&", tex: "\\land" },
  or: { js: "||", tex: "\\lor" },
};

/** Arithmetic, mathjs's name → JavaScript. */
export const arithmetic: Readonly<Record<string, "+" | "-" | "*" | "/">> = {
  add: "+",
  subtract: "-",
  multiply: "*",
  divide: "/",
};
