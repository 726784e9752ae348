/** TeX → HTML by KaTeX, with the macros that a notebook defines as it goes. */

import katex, { type KatexOptions } from "katex";
import { escapeHtml } from "../display/escape-html.js";

export type Typesetter = (tex: string, display: boolean) => string;

/** Environments that KaTeX knows by another name, or would number, unlike Jupyter; and references, which have no numbers to show. */
const translated = (tex: string): string =>
  tex
    .replace(/\\(begin|end)\{multline(\*?)\}/g, "\\$1{gather$2}")
    .replace(/\\(begin|end)\{eqnarray(\*?)\}/g, "\\$1{align$2}")
    .replace(/\\(begin|end)\{(align|alignat|equation|gather)\}/g, "\\$1{$2*}")
    .replace(/\\label\{[^{}]*\}/g, "")
    .replace(/\\(?:eq)?ref\{([^{}]*)\}/g, "\\text{($1)}");

/** What is too deep for KaTeX, which reads nested groups by recursion, stands as it is written, as other errors do. */
const unset = (tex: string, error: unknown): string =>
  `<span class="katex-error" title="${escapeHtml(String(error))}">${escapeHtml(tex)}</span>`;

/** A typesetter for one page: what `\newcommand` defines holds in later formulas, as with MathJax. */
export const typesetter = (): Typesetter => {
  const settings: KatexOptions = {
    throwOnError: false,
    errorColor: "var(--red)",
    strict: "ignore",
    trust: false,
    maxSize: 50,
    maxExpand: 1000,
    globalGroup: true,
    macros: {},
  };
  return (tex, display) => {
    try {
      return katex.renderToString(translated(tex), { ...settings, displayMode: display });
    } catch (error) {
      return unset(tex, error);
    }
  };
};

const delimiters: readonly (readonly [RegExp, boolean])[] = [
  [/^\s*\$\$([\s\S]*)\$\$\s*$/, true],
  [/^\s*\\\[([\s\S]*)\\\]\s*$/, true],
  [/^\s*\$([\s\S]*)\$\s*$/, false],
  [/^\s*\\\(([\s\S]*)\\\)\s*$/, false],
];

/** The formula of a `text/latex` output, with or without its delimiters; `$\displaystyle …$` is how many libraries say display. */
export const typesetOutput = (typeset: Typesetter, latex: string): string => {
  for (const [pattern, display] of delimiters) {
    const tex = pattern.exec(latex)?.[1];
    if (tex !== undefined) return typeset(tex, display || tex.trimStart().startsWith("\\displaystyle"));
  }
  return typeset(latex, true);
};
