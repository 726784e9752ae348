/** The displays of tslab: one method a MIME type, shown at once. */

import { randomBytes } from "node:crypto";
import type { Publish } from "./publisher.js";

/** Shows rich contents in the output of a cell. Images and PDF are given as bytes. */
export interface Display {
  /** Runs JavaScript in the frontend. */
  javascript(s: string): void;
  html(s: string): void;
  markdown(s: string): void;
  /** LaTeX with its delimiters, for instance `$$x^2$$`. */
  latex(s: string): void;
  svg(s: string): void;
  png(b: Uint8Array): void;
  jpeg(b: Uint8Array): void;
  gif(b: Uint8Array): void;
  pdf(b: Uint8Array): void;
  text(s: string): void;
  /** Shows data of any MIME type; bytes are sent as base64, text of a JSON type as the JSON value. */
  raw(contentType: string, b: string | Uint8Array): void;
}

const base64 = (bytes: Uint8Array): string =>
  Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString("base64");

/** Text of a JSON type as the value it stands for, which is what frontends and notebook files hold. */
function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}

const isJson = (contentType: string): boolean => /^application\/(.*\+)?json$/.test(contentType);

function encoded(contentType: string, data: string | Uint8Array): unknown {
  if (typeof data !== "string") return base64(data);
  return isJson(contentType) ? parsed(data) : data;
}

type Raw = Display["raw"];

const displayBy = (raw: Raw): Display => ({
  javascript: (s) => raw("text/javascript", s),
  html: (s) => raw("text/html", s),
  markdown: (s) => raw("text/markdown", s),
  latex: (s) => raw("text/latex", s),
  svg: (s) => raw("image/svg+xml", s),
  png: (b) => raw("image/png", b),
  jpeg: (b) => raw("image/jpeg", b),
  gif: (b) => raw("image/gif", b),
  pdf: (b) => raw("application/pdf", b),
  text: (s) => raw("text/plain", s),
  raw,
});

const content = (contentType: string, data: string | Uint8Array, transient: object): Record<string, unknown> => ({
  data: { [contentType]: encoded(contentType, data) },
  metadata: {},
  transient,
});

/** A display that adds a new output at each call. */
export const display = (publish: Publish): Display =>
  displayBy((contentType, data) => publish("display_data", content(contentType, data, {})));

/** A display with one place: the first call makes it, later ones overwrite what it shows. */
export function rewritable(publish: Publish): Display {
  const id = randomBytes(8).toString("hex");
  let made = false;
  return displayBy((contentType, data) => {
    publish(made ? "update_display_data" : "display_data", content(contentType, data, { display_id: id }));
    made = true;
  });
}
