/** Colours of code, given once when the page is made. */

import hljs from "highlight.js/lib/core";
import bash from "highlight.js/lib/languages/bash";
import javascript from "highlight.js/lib/languages/javascript";
import json from "highlight.js/lib/languages/json";
import latex from "highlight.js/lib/languages/latex";
import markdown from "highlight.js/lib/languages/markdown";
import python from "highlight.js/lib/languages/python";
import typescript from "highlight.js/lib/languages/typescript";
import { escapeHtml } from "../display/escape-html.js";

const languages = { bash, javascript, json, latex, markdown, python, typescript };
for (const [name, grammar] of Object.entries(languages)) hljs.registerLanguage(name, grammar);

/** HTML of the code; code in an unknown language stays plain. */
export const highlight = (code: string, language: string): string =>
  hljs.getLanguage(language) ? hljs.highlight(code, { language, ignoreIllegals: true }).value : escapeHtml(code);
