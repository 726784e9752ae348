/** Markdown cells → HTML. Raw HTML is allowed as in Jupyter, and sanitised. */

import MarkdownIt from "markdown-it";
import { escapeHtml } from "../display/escape-html.js";
import { highlight } from "./highlight.js";
import { mathPlugin } from "./markdown-math.js";
import type { Typesetter } from "./math.js";
import { sanitise } from "./sanitise.js";

type Attachments = Record<string, Record<string, unknown>>;
export type RenderMarkdown = (source: string, attachments?: Attachments) => string;

/** Formulas wait outside the text, which is sanitised without them, between two characters that no text has. */
const [open, close] = ["\uE000", "\uE001"];
const marks = /[\uE000\uE001]/g;

const slug = (text: string): string =>
  text
    .toLowerCase()
    .replace(marks, "")
    .replace(/[^\p{L}\p{N}]+/gu, "-")
    .replace(/^-|-$/g, "");

/** Gives headings an address. */
const headings = (markdown: MarkdownIt): void => {
  markdown.core.ruler.push("headings", ({ tokens }) => {
    for (const [i, token] of tokens.entries()) {
      if (token.type === "heading_open") token.attrSet("id", slug(tokens[i + 1]!.content));
    }
  });
};

/** What percent signs in an address stand for; as it is where they stand for nothing. */
const decoded = (address: string): string => {
  try {
    return decodeURIComponent(address);
  } catch {
    return address;
  }
};

/** `attachment:name.png` is a picture kept in the cell. */
const attached = (address: string, attachments: Attachments): string => {
  const bundle = attachments[decoded(address.slice("attachment:".length))] ?? {};
  const [mime, data] = Object.entries(bundle)[0] ?? [];
  return typeof data === "string" ? `data:${mime};base64,${data}` : address;
};

const isPicture = /^(attachment:|data:image\/(png|jpe?g|gif|webp|svg\+xml);base64,)/i;

interface Formula {
  readonly tex: string;
  readonly html: string;
}

/** Puts formulas in their places; inside tags, as in the words for a picture, where HTML would break out, their TeX. */
const restored = (html: string, formulas: readonly Formula[]): string =>
  html.replace(/<[^>]*>|\uE000(\d+)\uE001/g, (found, index?: string) =>
    index === undefined
      ? found.replace(/\uE000(\d+)\uE001/g, (_, inside: string) => escapeHtml(formulas[Number(inside)]?.tex ?? ""))
      : (formulas[Number(index)]?.html ?? ""),
  );

export const markdownRenderer = (typeset: Typesetter): RenderMarkdown => {
  let kept: Formula[] = [];
  let pictures: Attachments = {};
  const markdown = new MarkdownIt({ html: true, linkify: false, typographer: true, highlight });
  markdown.disable("replacements"); // "(c)" is an item of a list here
  const { validateLink } = markdown;
  markdown.validateLink = (address) => isPicture.test(address) || validateLink(address);
  mathPlugin(markdown, (tex, display) => `${open}${kept.push({ tex, html: typeset(tex, display) }) - 1}${close}`);
  headings(markdown);
  markdown.renderer.rules.image = (tokens, i, options, env, self) => {
    const token = tokens[i]!;
    const address = token.attrGet("src") ?? "";
    if (address.startsWith("attachment:")) token.attrSet("src", attached(address, pictures));
    token.attrSet("alt", self.renderInlineAsText(token.children ?? [], options, env));
    return self.renderToken(tokens, i, options);
  };
  return (source, attachments = {}) => {
    [kept, pictures] = [[], attachments];
    const html = sanitise(markdown.render(source.replace(marks, "")));
    return restored(html, kept);
  };
};
