import { tex } from "../notation/index.js";
import { signsOf } from "../notation/signs.js";
import type { Term } from "../terms/term.js";

/** A term in LaTeX. */
export const latex = (of: Term): string => tex(of, signsOf([of]));

const many: Readonly<Record<number, string>> = { 2: "\\iint ", 3: "\\iiint " };

/** Integral signs that stand side by side as one, with what is integrated over below. */
export const integralTex = (of: Term, below = ""): string =>
  latex(of).replace(/^(?:\\int )+/u, (signs) => {
    const sign = many[signs.length / 5] ?? signs;
    return below ? `${sign.trimEnd()}_{${below}} ` : sign;
  });
