/** Values that display themselves: a method under `Symbol.for("Jupyter.display")` gives MIME type → data, as in Deno. */

import { inspectText, limited, reasonOf } from "./inspect-text.js";
import { jsonOf } from "./json-of.js";
import { bundle, type MimeBundle } from "./mime-bundle.js";

const display: unique symbol = Symbol.for("Jupyter.display") as never;
type Method = (this: unknown) => unknown;

const isJson = (mime: string): boolean => /[/+]json$/.test(mime);
const isText = (data: unknown): data is string => typeof data === "string";

/** What stands under a MIME type in a message: text is a string, bytes are base64, the lines of notebook files one string. */
function dataOf(mime: string, data: unknown): unknown {
  if (isJson(mime)) return jsonOf(data);
  if (data instanceof Uint8Array) return Buffer.from(data.buffer, data.byteOffset, data.byteLength).toString("base64");
  if (Array.isArray(data) && data.every(isText)) return data.join("");
  if (["string", "number", "bigint", "boolean"].includes(typeof data)) return String(data);
  throw new TypeError(`its ${mime} must be a string, and is ${inspectText(data).slice(0, 200)}`);
}

/** The text form of a value that gave none: its Markdown or LaTeX, or what inspection shows. */
const textForm = (value: unknown, data: Record<string, unknown>): string =>
  limited(String(data["text/markdown"] ?? data["text/latex"] ?? inspectText(value)));

function checked(value: unknown, result: unknown): MimeBundle {
  if (typeof result !== "object" || result === null) throw new TypeError(`it returned ${inspectText(result)}`);
  const given = Object.entries(result).filter(([, data]) => data !== undefined && data !== null);
  const wrong = given.find(([mime]) => !mime.includes("/"));
  if (wrong !== undefined || given.length === 0) {
    throw new TypeError(`it must return MIME types with data, and returned ${inspectText(result).slice(0, 200)}`);
  }
  const data = Object.fromEntries(given.map(([mime, item]) => [mime, dataOf(mime, item)]));
  if (data["text/plain"] === undefined) data["text/plain"] = textForm(value, data);
  return bundle(data);
}

const failed = (value: unknown, error: unknown): MimeBundle =>
  bundle({ "text/plain": `${inspectText(value)}\n(its Jupyter.display method failed: ${reasonOf(error)})` });

function attempt(value: unknown, result: () => unknown): MimeBundle {
  try {
    return checked(value, result());
  } catch (error) {
    return failed(value, error);
  }
}

const isThenable = (result: unknown): result is PromiseLike<unknown> =>
  typeof result === "object" && result !== null && typeof (result as { then?: unknown }).then === "function";

/**
 * The bundle of a value that displays itself, a promise of it when its method is asynchronous, or undefined for other values.
 * A method that throws, rejects or returns no MIME types gives the inspected value with the reason.
 */
export function displayed(value: unknown): MimeBundle | Promise<MimeBundle> | undefined {
  if ((typeof value !== "object" && typeof value !== "function") || value === null) return undefined;
  let result: unknown;
  try {
    const method = (value as { [display]?: unknown })[display];
    if (typeof method !== "function") return undefined;
    result = (method as Method).call(value);
    if (!isThenable(result)) return attempt(value, () => result);
  } catch (error) {
    return failed(value, error);
  }
  return Promise.resolve(result).then(
    (late) => attempt(value, () => late),
    (error: unknown) => failed(value, error),
  );
}
