/** Formulas in Markdown: `$…$`, `$$…$$` and bare `\begin{align}`, which must not be read as emphasis, lists or escapes. */

import type { MarkdownIt, StateBlock, StateInline } from "markdown-it";

/** Takes a formula, gives what stands for it in the text. */
type Keep = (tex: string, display: boolean) => string;

const environments = /^\\begin\{((?:align|alignat|equation|gather|multline|eqnarray|split|CD)\*?)\}/;

/** A formula at the start of the text, with its length. "$5 and $6" is money: spaces on one side only, or a digit behind. */
const formulaAt = (text: string): { tex: string; display: boolean; length: number } | undefined => {
  const display = /^\$\$((?:\\[\s\S]|[^\\$]|\$(?!\$))+)\$\$/.exec(text);
  if (display) return { tex: display[1]!, display: true, length: display[0].length };
  const inline = /^\$(?!\$)((?:\\[\s\S]|[^\\$])+)\$(?!\d)/.exec(text);
  if (!inline) return undefined;
  const tex = inline[1]!;
  const lopsided = /^\s/.test(tex) !== /\s$/.test(tex);
  return lopsided || /\n\s*\n/.test(tex) ? undefined : { tex, display: false, length: inline[0].length };
};

const inlineRule = (keep: Keep) => (state: StateInline, silent: boolean) => {
  if (state.src[state.pos] !== "$") return false;
  const formula = formulaAt(state.src.slice(state.pos, state.posMax));
  if (!formula) return false;
  if (!silent) state.push("text", "", 0).content = keep(formula.tex, formula.display);
  state.pos += formula.length;
  return true;
};

/** The formula that starts a line, and the text after its end on the last line. */
const blockFormula = (text: string): { tex: string; lines: number } | undefined => {
  const name = environments.exec(text)?.[1];
  const end = name === undefined ? text.indexOf("$$", 2) + 2 : text.indexOf(`\\end{${name}}`) + `\\end{${name}}`.length;
  if (name === undefined ? !text.startsWith("$$") || end < 4 : end <= name.length + 6) return undefined;
  const rest = text.slice(end).split("\n")[0]!;
  if (rest.trim() !== "") return undefined;
  const whole = text.slice(0, end);
  return { tex: name === undefined ? whole.slice(2, -2) : whole, lines: whole.split("\n").length };
};

const blockRule = (keep: Keep) => (state: StateBlock, start: number, end: number, silent: boolean) => {
  const text = state.getLines(start, end, state.blkIndent, false).trimStart();
  if (!text.startsWith("$$") && !text.startsWith("\\begin{")) return false;
  const formula = blockFormula(text);
  if (!formula) return false;
  if (silent) return true;
  state.push("paragraph_open", "div", 1);
  state.push("text", "", 0).content = keep(formula.tex, true);
  state.push("paragraph_close", "div", -1);
  state.line = start + formula.lines;
  return true;
};

export const mathPlugin = (markdown: MarkdownIt, keep: Keep): void => {
  markdown.inline.ruler.before("escape", "math", inlineRule(keep));
  markdown.block.ruler.before("fence", "math", blockRule(keep), {
    alt: ["paragraph", "reference", "blockquote", "list"],
  });
};
