import type { DerivationForm } from "./form.js";

const special: Readonly<Record<string, string>> = { "\\": "\\backslash ", "~": "\\sim ", "^": "\\hat{}" };

/** Words inside \text{…}. */
const words = (text: string): string =>
  `\\text{${text.replace(/[\\~^{}$&#_%]/g, (c) => (special[c] ? `$${special[c]}$` : `\\${c}`))}}`;

/** The formula with & before the first = that stands outside all braces. */
const atEquality = (tex: string): string => {
  let depth = 0;
  for (let i = 0; i < tex.length; i++) {
    if (tex[i] === "\\") i++;
    else if (tex[i] === "{") depth++;
    else if (tex[i] === "}") depth--;
    else if (tex[i] === "=" && depth === 0) return `${tex.slice(0, i)}&${tex.slice(i)}`;
  }
  return `&${tex}`;
};

/** A derivation as one column, aligned at =, each line with its name. */
export const latexColumn = ({ steps }: DerivationForm): string =>
  `$$\\begin{aligned}${steps.map(({ tex, id }) => `${atEquality(tex)} &&${words(`(${id})`)}`).join("\\\\[4pt] ")}\\end{aligned}$$`;
