/** HTML that comes from a notebook, without what could run, fetch, or cover the page. */

import sanitizeHtml, { type IOptions } from "sanitize-html";

const tags =
  "a abbr b blockquote br caption center cite code col colgroup dd del details dfn div dl dt em figcaption figure h1 h2 h3 h4 h5 h6 hr i img ins kbd li mark meter ol p pre progress q s samp section small span strong sub summary sup table tbody td tfoot th thead time tr u ul var";

const length = /^\d+(\.\d+)?(px|em|rem|%|ch|pt)?$/;
const lengths = /^(\d+(\.\d+)?(px|em|rem|%|ch|pt)?\s*){1,4}$/;
const colour = /^(#[\da-f]{3,8}|[a-z]+|rgba?\([\d\s.,%/]+\)|hsla?\([\d\s.,%/deg]+\)|var\(--[\w-]+\))$/i;
const word = /^[\w\s-]+$/;
const border = /^[\w\s.#()%,-]+$/;
const styles: Record<string, RegExp[]> = {
  color: [colour],
  background: [colour],
  "background-color": [colour],
  border: [border],
  "border-radius": [lengths],
  display: [/^(block|inline|inline-block|flex|grid|table|none)$/],
  "font-family": [/^[\w\s,"'-]+$/],
  "font-size": [length, word],
  "font-style": [word],
  "font-weight": [word],
  gap: [lengths],
  height: [length],
  margin: [lengths],
  "max-width": [length],
  "min-width": [length],
  padding: [lengths],
  "text-align": [word],
  "vertical-align": [word, length],
  "white-space": [word],
  width: [length],
};
for (const side of ["top", "right", "bottom", "left"]) {
  styles[`border-${side}`] = [border];
  styles[`margin-${side}`] = [length];
  styles[`padding-${side}`] = [length];
}

const enclosed = /^data:image\/(png|jpe?g|gif|webp|svg\+xml);base64,/i;

const options: IOptions = {
  allowedTags: tags.split(" "),
  allowedAttributes: {
    "*": ["style", "title", "align", "role", "aria-label"],
    a: ["href", "rel"],
    h1: ["id"],
    h2: ["id"],
    h3: ["id"],
    h4: ["id"],
    img: ["src", "alt", "width", "height"],
    ol: ["start"],
    details: ["open"],
    progress: ["value", "max"],
    meter: ["value", "min", "max"],
    col: ["span"],
    td: ["colspan", "rowspan"],
    th: ["colspan", "rowspan", "scope"],
    time: ["datetime"],
  },
  allowedClasses: { span: ["hljs-*"], table: ["dataframe"] },
  allowedStyles: { "*": styles },
  allowedSchemes: ["http", "https", "mailto"],
  allowedSchemesByTag: { img: ["data"] },
  allowProtocolRelative: false,
  // An image elsewhere would be fetched: it becomes a link.
  transformTags: {
    a: (_, attributes) => ({ tagName: "a", attribs: { ...attributes, rel: "noopener noreferrer" } }),
    img: (_, { src = "", alt = "", ...others }) =>
      enclosed.test(src)
        ? { tagName: "img", attribs: { ...others, src, alt } }
        : { tagName: "a", attribs: { href: src }, text: `[${alt || "image"}]` },
  },
};

export const sanitise = (html: string): string => sanitizeHtml(html, options);
