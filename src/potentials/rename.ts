import type { MathNode, SymbolNode as Symbolic } from "mathjs";
import { SymbolNode } from "mathjs/number";
import { parse } from "../expressions/parse.js";

/** A formula with other names for some of its names; functions keep theirs. */
export const rename = (text: string, names: ReadonlyMap<string, string>): string => {
  if (names.size === 0) return text;
  const renamed = parse(text).transform((node, path) => {
    const name = node.type === "SymbolNode" && path !== "fn" ? names.get((node as Symbolic).name) : undefined;
    return name === undefined ? node : (new SymbolNode(name) as unknown as MathNode);
  });
  return renamed.toString({ parenthesis: "auto", implicit: "show" });
};
