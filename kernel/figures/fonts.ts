/** The typefaces of static figures. They come with the package, so a figure looks the same on a machine without any font. */

import { createRequire } from "node:module";
import { dirname, join } from "node:path";

export type Family = "DejaVu Sans" | "DejaVu Serif" | "DejaVu Sans Mono";

export interface Face {
  readonly family: Family;
  readonly bold: boolean;
  readonly italic: boolean;
}

const folder = join(dirname(createRequire(import.meta.url).resolve("dejavu-fonts-ttf/package.json")), "ttf");

const monospace = /mono|courier|consol|menlo|typewriter/i;
const serif = /(^|[^-])\bserif|times|georgia|roman|stix|computer modern|cmr|palatino|garamond|cambria|century/i;

/** The typeface that stands for a list of CSS font families. */
export const familyOf = (css: string): Family => {
  if (monospace.test(css)) return "DejaVu Sans Mono";
  return serif.test(css.replace(/sans[- ]serif/gi, "sans")) ? "DejaVu Serif" : "DejaVu Sans";
};

/** The file of a face: `DejaVuSans-BoldOblique.ttf`, `DejaVuSerif-BoldItalic.ttf`. */
export const fontFile = ({ family, bold, italic }: Face): string => {
  const slant = family === "DejaVu Serif" ? "Italic" : "Oblique";
  const style = `${bold ? "Bold" : ""}${italic ? slant : ""}`;
  return join(folder, `${family.replaceAll(" ", "")}${style && `-${style}`}.ttf`);
};

/** Has the script and double-struck letters that the other faces lack. */
export const mathematicalFont = join(folder, "DejaVuMathTeXGyre.ttf");

const families: readonly Family[] = ["DejaVu Sans", "DejaVu Serif", "DejaVu Sans Mono"];
const faces = families.flatMap((family) =>
  [false, true].flatMap((bold) => [false, true].map((italic): Face => ({ family, bold, italic }))),
);

/** All files that a figure may need. */
export const fontFiles: readonly string[] = [...faces.map(fontFile), mathematicalFont];
