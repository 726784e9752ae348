/** The same cells in the languages of the kernels. */

export interface Dialect {
  readonly warmUp: string;
  readonly trivial: (i: number) => string;
  readonly declaring: (i: number) => string;
  /** Says "started", then never ends. */
  readonly busy: string;
  /** Code whose end is to be completed, and a name that must be among the answers. */
  readonly complete: { readonly code: string; readonly expected: string };
}

export const typescript: Dialect = {
  warmUp: "const warm = [1, 2, 3]; warm.length",
  trivial: (i) => `${i} + 1`,
  declaring: (i) => `const a${i} = [${i}, 2]; a${i}.length`,
  busy: `console.log("started"); while (true) {}`,
  complete: { code: "Math.sin", expected: "sinh" },
};

export const python: Dialect = {
  warmUp: "import math\nwarm = [1, 2, 3]\nlen(warm)",
  trivial: (i) => `${i} + 1`,
  declaring: (i) => `a${i} = [${i}, 2]; len(a${i})`,
  busy: `print("started", flush=True)\nwhile True: pass`,
  complete: { code: "math.sin", expected: "sinh" },
};
