/** KaTeX's style sheet with the fonts that a page uses inside it. */

import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";

interface Sheet {
  readonly faces: readonly { readonly family: string; readonly file: string; readonly rule: string }[];
  readonly rules: string;
}

const folder = (): string => dirname(createRequire(import.meta.url).resolve("katex/dist/katex.min.css"));

const readSheet = (): Sheet => {
  const css = readFileSync(join(folder(), "katex.min.css"), "utf8");
  const faces = [...css.matchAll(/@font-face\{[^}]*\}/g)].map(([rule]) => ({
    rule,
    family: /font-family:["']?([^;"'}]+)/.exec(rule)![1]!,
    file: /fonts\/([\w-]+\.woff2)/.exec(rule)![1]!,
  }));
  return { faces, rules: css.replace(/@font-face\{[^}]*\}/g, "") };
};

/** The families of those rules that can apply, whose classes all occur in the page. */
const familiesUsed = (rules: string, classes: ReadonlySet<string>): Set<string> => {
  const families = new Set<string>();
  for (const [, selectors, body] of rules.matchAll(/([^{}]+)\{([^{}]*)\}/g)) {
    const named = /font(?:-family)?:[^;]*?(KaTeX_\w+)/.exec(body!)?.[1];
    const applies = selectors!
      .split(",")
      .some((selector) => [...selector.matchAll(/\.([\w-]+)/g)].every(([, name]) => classes.has(name!)));
    if (named !== undefined && applies) families.add(named);
  }
  return families;
};

const embedded = (rule: string, file: string): string => {
  const data = readFileSync(join(folder(), "fonts", file)).toString("base64");
  return rule.replace(/src:[^;}]*/, `src:url(data:font/woff2;base64,${data}) format("woff2")`);
};

/** Nothing for a page without formulas. */
export const mathStyle = (body: string): string => {
  if (!body.includes('class="katex')) return "";
  const { faces, rules } = readSheet();
  const classes = new Set([...body.matchAll(/class="([^"]*)"/g)].flatMap(([, names]) => names!.split(/\s+/)));
  const families = familiesUsed(rules, classes);
  const fonts = faces.filter(({ family }) => families.has(family)).map(({ rule, file }) => embedded(rule, file));
  return fonts.join("") + rules;
};
