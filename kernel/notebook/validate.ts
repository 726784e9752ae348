/** Is a JSON value a notebook of format 4.5? The rules are those of the published schema. */

import { isJsonMime } from "./format.js";
import * as is from "./shape.js";

const count = is.orNull(is.anInteger(0));
const bundle = is.mapOf((mime) => (isJsonMime(mime) ? is.anything : is.aText));
const tag = is.matching(/^[^,]+$/, "a tag without commas");

const uniqueTags: is.Check = (value, place) => {
  const problems = is.listOf(tag)(value, place);
  if (problems.length > 0) return problems;
  return new Set(value as string[]).size === (value as string[]).length ? [] : [`${place} names a tag twice`];
};

const jupyter = is.aRecord;
const name = is.matching(/^.+$/m, "a name that is not empty");
const commonMetadata = { name, tags: uniqueTags, jupyter };
const executionTimes = is.mapOf(() => is.aString);

const cellMetadata: Readonly<Record<string, is.Check>> = {
  raw: is.object({ optional: { ...commonMetadata, format: is.aString }, open: true }),
  markdown: is.object({ optional: commonMetadata, open: true }),
  code: is.object({
    optional: {
      ...commonMetadata,
      execution: executionTimes,
      collapsed: is.aBoolean,
      scrolled: is.oneOf(true, false, "auto"),
    },
    open: true,
  }),
};

const rich = { data: bundle, metadata: is.aRecord };
const outputs: Readonly<Record<string, Readonly<Record<string, is.Check>>>> = {
  stream: { name: is.aString, text: is.aText },
  display_data: rich,
  execute_result: { ...rich, execution_count: count },
  error: { ename: is.aString, evalue: is.aString, traceback: is.listOf(is.aString) },
};

const output: is.Check = (value, place) => {
  const type = (value as { output_type?: string } | null)?.output_type ?? "";
  const fields = Object.hasOwn(outputs, type) ? outputs[type] : undefined;
  if (!fields) return is.oneOf(...Object.keys(outputs))(type, `${place}.output_type`);
  return is.object({ required: { output_type: is.aString, ...fields } })(value, place);
};

const cell: is.Check = (value, place) => {
  const type = (value as { cell_type?: string } | null)?.cell_type ?? "";
  const metadata = Object.hasOwn(cellMetadata, type) ? cellMetadata[type] : undefined;
  if (!metadata) return is.oneOf(...Object.keys(cellMetadata))(type, `${place}.cell_type`);
  const id = is.matching(/^[a-zA-Z0-9-_]{1,64}$/, "an id of 1 to 64 letters, digits, - and _");
  const required = { cell_type: is.aString, id, metadata, source: is.aText };
  if (type === "code") {
    return is.object({ required: { ...required, execution_count: count, outputs: is.listOf(output) } })(value, place);
  }
  return is.object({ required, optional: { attachments: is.mapOf(() => bundle) } })(value, place);
};

const kernelspec = is.object({ required: { name: is.aString, display_name: is.aString }, open: true });
const languageInfo = is.object({
  required: { name: is.aString },
  optional: {
    codemirror_mode: is.aStringOrRecord,
    file_extension: is.aString,
    mimetype: is.aString,
    pygments_lexer: is.aString,
  },
  open: true,
});

const notebookMetadata = {
  kernelspec,
  language_info: languageInfo,
  orig_nbformat: is.anInteger(1),
  title: is.aString,
  authors: is.aList,
};

const notebook = is.object({
  required: {
    nbformat: is.oneOf(4),
    nbformat_minor: is.anInteger(5),
    metadata: is.object({ optional: notebookMetadata, open: true }),
    cells: is.listOf(cell),
  },
});

/** What keeps this JSON value from being a notebook of format 4.5, each problem with its place; empty when nothing does. */
export const problemsOf = (value: unknown): string[] => notebook(value, "notebook");
