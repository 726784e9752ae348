import type { Histogram } from "./histogram.js";

const [WIDTH, HEIGHT, MARGIN] = [360, 150, 28];

/** Two decimals, without trailing zeros or a sign on zero. */
const round = (value: number): string => String(Number(value.toFixed(2)) + 0);

/** A small drawing of a histogram with its error bars (one standard error), as an SVG that needs nothing else. */
export const bars = ({ symbol, centres, width, density, error }: Histogram): string => {
  const [from, to] = [centres[0] - width / 2, centres[centres.length - 1] + width / 2];
  const top = density.reduce((most, value, i) => Math.max(most, value + error[i]), 0);
  const right = (x: number) => MARGIN + ((x - from) / (to - from)) * (WIDTH - 2 * MARGIN);
  const down = (value: number) => HEIGHT - MARGIN - (value / top) * (HEIGHT - 2 * MARGIN);
  const path = (of: (x: number, i: number) => string) => Array.from(centres, of).join("");
  const outline = path((x, i) => {
    const [left, end, level] = [x - width / 2, x + width / 2, down(density[i])].map((v, k) =>
      (k < 2 ? right(v) : v).toFixed(1),
    );
    return `M${left},${HEIGHT - MARGIN}V${level}H${end}V${HEIGHT - MARGIN}`;
  });
  const errors = path(
    (x, i) =>
      `M${right(x).toFixed(1)},${down(density[i] - error[i]).toFixed(1)}V${down(density[i] + error[i]).toFixed(1)}`,
  );
  const text = (x: number, body: string) =>
    `<text x="${x}" y="${HEIGHT - 10}" text-anchor="middle" font-family="sans-serif" font-size="11" fill="#808080">${body.replace(/&/g, "&amp;").replace(/</g, "&lt;")}</text>`;
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${WIDTH}" height="${HEIGHT}" viewBox="0 0 ${WIDTH} ${HEIGHT}">`,
    `<path d="${outline}" fill="#0072b2" fill-opacity="0.35"/>`,
    `<path d="${errors}" stroke="#0072b2" fill="none"/>`,
    `<path d="M${MARGIN},${HEIGHT - MARGIN}H${WIDTH - MARGIN}" stroke="#808080" fill="none"/>`,
    text(MARGIN, round(from)),
    text(WIDTH - MARGIN, round(to)),
    text(WIDTH / 2, symbol),
    "</svg>",
  ].join("");
};
