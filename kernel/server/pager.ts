/** Help on a name as IPython's users ask for it: a cell `?name` or `name?` opens the documentation in the pager. */

import type { CompilerClient } from "../compiler/client.js";

const question = /^\s*(?:\?{1,2}\s*([\w$.]+)|([\w$.]+)\s*\?{1,2})\s*;?\s*$/;

/** The name that the code asks about, if it is such a question. */
export const questionOf = (code: string): string | undefined => {
  const match = question.exec(code);
  return match?.[1] ?? match?.[2];
};

/** The payload that shows what is known of a name. */
export const pageOf = async (name: string, compiler: CompilerClient): Promise<Record<string, unknown>> => {
  const { found, data } = await compiler.inspect(name, name.length);
  const text = found ? data : { "text/plain": `No documentation was found for ${name}.` };
  return { source: "page", data: text, start: 0 };
};
