/** SVG of Plotly → PNG, with the package's own fonts. */

import { Resvg } from "@resvg/resvg-js";
import { familyOf, fontFiles } from "./fonts.js";

/** Fonts by name, and the one spelling of unsmoothed images that resvg knows. */
const spelled = (svg: string): string =>
  svg
    .replace(/font-family:\s*([^;"]+)/g, (_, list: string) => `font-family: ${familyOf(list)}`)
    .replace(/style="([^"]*)image-rendering:\s*pixelated;?([^"]*)"/g, 'image-rendering="optimizeSpeed" style="$1$2"')
    .replace(/<image\b[^>]*?(?:xlink:)?href="(?!data:image\/(?:png|jpe?g|gif|webp);base64,)[^>]*>/gi, "");

/** `scale` pixels of the picture to one of the figure. @throws Error when the SVG cannot be read. */
export const rasterise = (svg: string, scale: number): Buffer =>
  new Resvg(spelled(svg), {
    fitTo: { mode: "zoom", value: scale },
    font: { loadSystemFonts: false, fontFiles: [...fontFiles], defaultFontFamily: "DejaVu Sans" },
  })
    .render()
    .asPng();
