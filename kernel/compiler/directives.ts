/** Directives in the comment at the head of a cell, as tslab reads them: `@module name`, `@jsx`, `@browser`. */

import ts = require("typescript");

export interface Directives {
  /** The cell is a module in memory, importable as `./name`. */
  readonly module?: string;
  readonly jsx: boolean;
  /** The cell is meant for a browser and does nothing here. */
  readonly browser: boolean;
}

/** A tag of a documentation comment, at the head of a line. */
const tag = /(?:^\/\*\*|\n)[\s*]*@(module|jsx|browser|node)\b[ \t]*(\w*)[ \t]*(?=\n|\*\/|$)/g;

export function directivesOf(code: string): Directives {
  const comments = ts.getLeadingCommentRanges(code, 0) ?? [];
  const tags = comments
    .map(({ pos, end }) => code.slice(pos, end))
    .filter((comment) => comment.startsWith("/**"))
    .flatMap((comment) => [...comment.matchAll(tag)]);
  const module = tags.findLast(([, name, value]) => name === "module" && value)?.[2];
  const mode = tags.findLast(([, name]) => name === "browser" || name === "node")?.[1];
  const jsx = tags.some(([, name]) => name === "jsx");
  return { ...(module && { module }), jsx, browser: mode === "browser" };
}
