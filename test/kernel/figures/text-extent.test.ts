import { Resvg } from "@resvg/resvg-js";
import { JSDOM } from "jsdom";
import { expect, test } from "vitest";
import { type Face, fontFile, fontFiles } from "../../../kernel/figures/fonts.js";
import { textExtent } from "../../../kernel/figures/text-extent.js";
import { textWidth } from "../../../kernel/figures/text-width.js";

const font = { loadSystemFonts: false, fontFiles: [...fontFiles], defaultFontFamily: "DejaVu Sans" };

/** The box of the ink as the rasteriser draws it. */
const drawn = (text: string) => {
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="900" height="300">${text}</svg>`;
  return new Resvg(svg, { font }).innerBBox()!;
};
const measured = (text: string) => {
  const { window } = new JSDOM(`<svg>${text}</svg>`);
  return textExtent(window.document.querySelector("text")!).box;
};

const styles = [
  "font-family: DejaVu Sans; font-size: 40px",
  "font-family: DejaVu Serif; font-size: 33px; font-style: italic",
  "font-family: DejaVu Sans Mono; font-size: 25px; font-weight: bold",
];

test.each(styles)("a line has the width of its ink: %s", (style) => {
  const text = `<text x="450" y="120" text-anchor="middle" style="${style}">mβ∂Hλ₁ = 0.42 m</text>`;
  const [ink, box] = [drawn(text), measured(text)];
  expect(Math.abs(box.left - ink.x)).toBeLessThan(6); // side bearings
  expect(Math.abs(box.right - ink.x - ink.width)).toBeLessThan(6);
  expect(box.top).toBeLessThan(ink.y);
  expect(box.bottom).toBeGreaterThan(ink.y + ink.height - 1); // the ink is given in whole pixels
});

test("superscripts are smaller and higher, lines are below one another", () => {
  const style = 'style="font-family: DejaVu Sans; font-size: 40px"';
  const raised = `<text x="100" y="150" ${style}>H<tspan style="font-size:70%" dy="-0.6em">HHH</tspan></text>`;
  const [ink, box] = [drawn(raised), measured(raised)];
  expect(Math.abs(box.right - ink.x - ink.width)).toBeLessThan(6);
  const lines = `<text x="100" y="100" ${style}><tspan x="100" y="100" dy="0em">one</tspan><tspan x="100" y="100" dy="1.5em">longer</tspan></text>`;
  const two = measured(lines);
  expect(two.bottom - two.top).toBeCloseTo(
    measured(`<text ${style}>one</text>`).bottom - measured(`<text ${style}>one</text>`).top + 60,
    6,
  );
  expect(Math.abs(two.right - drawn(lines).x - drawn(lines).width)).toBeLessThan(6);
});

test("every letter of physics has a glyph in some face of a figure", () => {
  const face: Face = { family: "DejaVu Sans", bold: false, italic: false };
  const unknown = textWidth("\u{10fffd}", face);
  expect(unknown).toBe(0.6);
  for (const letter of "αβγδεζηθλμνξπρστφϕχψωΓΔΘΛΞΠΣΦΨΩ⟨⟩∂√∇∫∮∞±×·≈≤≥≪≫→↔∝ℏ𝓛ℒ²³⁻¹⁰ⁿ₀₁₂ᵢⱼₙₖ½−–Å†∑∏∈ℝ⊗") {
    expect(textWidth(letter, face), letter).not.toBe(unknown);
  }
});

test("the files of all faces are there", () => {
  for (const family of ["DejaVu Sans", "DejaVu Serif", "DejaVu Sans Mono"] as const) {
    expect(fontFiles).toContain(fontFile({ family, bold: true, italic: true }));
  }
});
