/** Help on a name as IPython's users ask for it: a cell `?name` or `name?` opens the documentation in the pager. */

import type { CompilerClient } from "../compiler/client.js";

const question = /^\s*(?:\?{1,2}\s*([\w$.]+)|([\w$.]+)\s*\?{1,2})\s*;?\s*$/;

/** The payload of a question, or undefined when the code is no question. */
export const pageOf = async (code: string, compiler: CompilerClient): Promise<Record<string, unknown> | undefined> => {
  const match = question.exec(code);
  const name = match?.[1] ?? match?.[2];
  if (name === undefined) return undefined;
  const { found, data } = await compiler.inspect(name, name.length);
  const text = found ? data : { "text/plain": `No documentation was found for ${name}.` };
  return { source: "page", data: text, start: 0 };
};
