/** TeX → HTML by KaTeX, with the macros that a notebook defines as it goes. */

import katex from "katex";

export type Typesetter = (tex: string, display: boolean) => string;

/** Environments that KaTeX knows by another name, or would number, unlike Jupyter; and references, which have no numbers to show. */
const translated = (tex: string): string =>
  tex
    .replace(/\\(begin|end)\{multline(\*?)\}/g, "\\$1{gather$2}")
    .replace(/\\(begin|end)\{eqnarray(\*?)\}/g, "\\$1{align$2}")
    .replace(/\\(begin|end)\{(align|alignat|equation|gather)\}/g, "\\$1{$2*}")
    .replace(/\\label\{[^{}]*\}/g, "")
    .replace(/\\(?:eq)?ref\{([^{}]*)\}/g, "\\text{($1)}");

/** A typesetter for one page: what `\newcommand` defines holds in later formulas, as with MathJax. */
export const typesetter = (): Typesetter => {
  const macros: Record<string, string> = {};
  return (tex, display) =>
    katex.renderToString(translated(tex), {
      displayMode: display,
      throwOnError: false,
      errorColor: "var(--red)",
      strict: "ignore",
      trust: false,
      maxSize: 50,
      maxExpand: 1000,
      globalGroup: true,
      macros,
    });
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
