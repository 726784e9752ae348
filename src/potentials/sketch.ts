/** A small drawing of V(x), as an SVG that needs nothing else. */

const [WIDTH, HEIGHT, MARGIN] = [360, 170, 28];

/** Two decimals, without trailing zeros or a sign on zero. */
const round = (value: number): string => String(Number(value.toFixed(2)) + 0);

/** The SVG of a curve over an interval; values above `ceiling` leave the frame. */
export const sketch = (
  V: (x: number) => number,
  from: number,
  to: number,
  ceiling: number,
  label: string,
  caption: string,
): string => {
  const xs = Array.from({ length: 181 }, (_, i) => from + (i / 180) * (to - from));
  const values = xs.map(V);
  const low = Math.min(...values.filter(Number.isFinite));
  const right = (x: number) => (MARGIN + ((x - from) / (to - from)) * (WIDTH - 2 * MARGIN)).toFixed(1);
  const down = (v: number) => (HEIGHT - MARGIN - ((v - low) / (ceiling - low)) * (HEIGHT - 2 * MARGIN)).toFixed(1);
  const path = xs
    .map((x, i) => ({ x, v: values[i] }))
    .filter(({ v }) => v <= ceiling)
    .map(({ x, v }, i) => `${i === 0 ? "M" : "L"}${right(x)},${down(v)}`)
    .join("");
  const text = (x: string, y: number, body: string, anchor: string) =>
    `<text x="${x}" y="${y}" text-anchor="${anchor}" font-family="sans-serif" font-size="11" fill="#808080">${body}</text>`;
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${WIDTH}" height="${HEIGHT}" viewBox="0 0 ${WIDTH} ${HEIGHT}">`,
    `<path d="M${MARGIN},${HEIGHT - MARGIN}H${WIDTH - MARGIN}" stroke="#808080" fill="none"/>`,
    `<path d="${path}" stroke="#0072b2" stroke-width="2" fill="none"/>`,
    text(right(from), HEIGHT - 12, round(from), "middle"),
    text(right(to), HEIGHT - 12, round(to), "middle"),
    text(String(WIDTH / 2), HEIGHT - 12, label, "middle"),
    text(String(MARGIN), 16, `V from ${round(low)} to ${round(ceiling)}`, "start"),
    text(String(WIDTH - MARGIN), 16, caption.replace(/[<&]/g, ""), "end"),
    "</svg>",
  ].join("");
};
