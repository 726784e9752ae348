/** An executed notebook as the kernel writes it, with every kind of output. */

import type { Cell, MimeData, Notebook, Output } from "../../../kernel/notebook/format.js";

const markdown = (source: string): Cell => ({
  cell_type: "markdown",
  id: `text-${source.length}`,
  source,
  metadata: {},
});
const code = (execution_count: number, source: string, ...outputs: Output[]): Cell => ({
  cell_type: "code",
  id: `cell-${execution_count}`,
  source,
  metadata: {},
  execution_count,
  outputs,
});
const display = (data: MimeData, metadata = {}): Output => ({ output_type: "display_data", data, metadata });
const plotly = "application/vnd.plotly.v1+json";

const x = Array.from({ length: 241 }, (_, i) => -1.8 + (3.6 * i) / 240);
const beta = 3.5;
const potential = x.map((q) => 1.2 * (q * q - 1) ** 2);
const weight = potential.map((v) => Math.exp(-beta * v));
const norm = weight.reduce((sum, w) => sum + w, 0) * (3.6 / 240);
/** Noise that is the same in every run. */
const noise = (i: number): number => ((Math.sin(12.9898 * i) * 43758.5453) % 1) * 0.04;

/** Density and histogram in a double well. */
export const densityFigure = {
  data: [
    {
      type: "bar",
      name: "Langevin, 10⁶ steps",
      x: x.filter((_, i) => i % 6 === 0),
      y: weight.filter((_, i) => i % 6 === 0).map((w, i) => Math.max(0, w / norm + noise(i))),
      opacity: 0.45,
    },
    {
      type: "scatter",
      mode: "lines",
      name: "ρ ∝ e<sup>−βV</sup>",
      x,
      y: weight.map((w) => w / norm),
      line: { width: 2.5 },
    },
    { type: "scatter", mode: "lines", name: "V / 4h", x, y: potential.map((v) => v / 4.8), line: { dash: "dot" } },
  ],
  layout: {
    height: 400,
    margin: { l: 60, r: 20, t: 20, b: 50 },
    bargap: 0,
    legend: { x: 0.5, y: 1, xanchor: "center", yanchor: "top" },
    xaxis: { title: { text: "x / σ" } },
    yaxis: { title: { text: "ρ(x) / σ<sup>−1</sup>" }, range: [0, 1.5] },
  },
};

/** A free-energy surface with labelled contours. */
export const contourFigure = {
  data: [
    {
      type: "contour",
      x: x.filter((_, i) => i % 4 === 0),
      y: x.filter((_, i) => i % 4 === 0),
      z: x
        .filter((_, i) => i % 4 === 0)
        .map((b) => x.filter((_, i) => i % 4 === 0).map((a) => (a * a - 1) ** 2 + 1.4 * (b - 0.3 * a) ** 2)),
      contours: { showlabels: true, start: 0, end: 4, size: 0.5 },
      colorscale: "Viridis",
      colorbar: { title: { text: "F / kT" } },
    },
  ],
  layout: {
    width: 560,
    height: 430,
    margin: { l: 60, r: 20, t: 40, b: 50 },
    title: { text: "Free energy" },
    xaxis: { title: { text: "q₁" } },
    yaxis: { title: { text: "q₂" } },
  },
};

const table = `<table border="1" class="dataframe"><thead><tr><th></th><th>k</th><th>λ<sub>k</sub></th><th>1/λ<sub>k</sub></th><th>from transitions</th></tr></thead>
<tbody><tr><th>0</th><td>1</td><td>0.0412</td><td>24.3</td><td>24.9(11)</td></tr><tr><th>1</th><td>2</td><td>5.871</td><td>0.170</td><td>0.168(4)</td></tr>
<tr><th>2</th><td>3</td><td>9.043</td><td>0.111</td><td>—</td></tr></tbody></table>`;

const trace = [
  "\u001b[31m\u001b[1mPhysicsError\u001b[22m\u001b[39m: the step dt = 0.4 is unstable for the stiffest mode ω = 6.2",
  "",
  "\u001b[36mIn[6]:2:9\u001b[39m",
  "  1 | const stiff = harmonic({ omega: 6.2 });",
  "\u001b[1m> 2 | const trajectory = langevin(stiff, bath, 0.4);\u001b[22m",
  "    |                    \u001b[31m^^^^^^^^\u001b[39m",
  "  try dt below 0.32",
];

const intro = `# From Langevin to Smoluchowski in a double well

A particle in $V(x) = h\\,(x^2 - 1)^2$ meets friction $\\gamma$ and noise of temperature $kT = 1/\\beta$:

$$
m\\,\\ddot x = -V'(x) - m\\gamma\\,\\dot x + \\sqrt{2 m \\gamma kT}\\;\\xi(t),
\\qquad \\langle \\xi(t)\\,\\xi(s) \\rangle = \\delta(t-s). \\tag{1}
$$

For large friction the density $\\rho(x, t)$ obeys the **Smoluchowski equation**

\\begin{align}
\\partial_t \\rho &= \\mathcal{L}\\rho = D\\,\\partial_x\\!\\left[ e^{-\\beta V} \\partial_x \\left( e^{\\beta V} \\rho \\right) \\right], \\\\
D &= \\frac{kT}{m\\gamma}. \\tag{2}
\\end{align}

What is claimed here:

1. the histogram of a long trajectory is $\\rho_\\mathrm{eq} \\propto e^{-\\beta V}$;
2. the slowest rate is the first eigenvalue, $\\lambda_1 \\simeq \\frac{\\sqrt{V''_0 |V''_b|}}{\\pi m \\gamma} e^{-\\beta h}$, and costs nothing: not even \\$5.

> Hypotheses are marked as such; see [Zwanzig](https://doi.org/10.1093/oso/9780195140187.001.0001), eq. (4.12).

## Equilibrium

The run starts from a *seed phrase*, so it is the same everywhere. A call such as \`langevin(system, bath, dt)\` gives an integrator.`;

/** `still` gives the PNG that the kernel sends beside a figure, in base64. */
export const sampleNotebook = (still: (figure: unknown) => string | undefined): Notebook => {
  const figure = (value: unknown): Output => {
    const png = still(value);
    return display({ [plotly]: value, ...(png && { "image/png": png }), "text/plain": "Plotly figure" });
  };
  return {
    nbformat: 4,
    nbformat_minor: 5,
    metadata: {
      kernelspec: { name: "liouville", display_name: "Liouville (TypeScript)", language: "typescript" },
      language_info: { name: "typescript" },
    },
    cells: [
      markdown(intro),
      code(1, `import { potential, langevin, stream } from "liouville";\nimport type { Estimate } from "liouville";`),
      code(
        2,
        `// the force follows by differentiation\nconst well = potential("h*(x^2-1)^2", { h: 1.2 });\nconst rng = stream("a quiet afternoon");\nfor (const k of [1, 2, 3]) console.log(\`λ\${k}\`, spectrum.values[k].toFixed(4));\nwell.gradient`,
        { output_type: "stream", name: "stdout", text: "λ1 0.0412\nλ2 5.8710\n" },
        { output_type: "stream", name: "stdout", text: "λ3 9.0430\n" },
        {
          output_type: "execute_result",
          execution_count: 2,
          data: {
            "text/latex": "$\\displaystyle \\frac{\\partial V}{\\partial x} = 4 h x \\left( x^2 - 1 \\right)$",
            "text/plain": "4 * h * x * (x ^ 2 - 1)",
          },
          metadata: {},
        },
      ),
      code(3, "density(trajectory)", figure(densityFigure)),
      markdown(
        "## Rates\n\nThe slow eigenvalue against counted transitions, with errors in brackets:\n\n| quantity | symbol | value | unit |\n| --- | --- | ---: | --- |\n| barrier | $\\beta h$ | 4.2 | 1 |\n| diffusion | $D$ | 0.25 | $\\sigma^2/\\tau$ |\n\nThe same as a frame:",
      ),
      code(4, "table", display({ "text/html": table, "text/plain": "k λ 1/λ" })),
      code(5, "contours(freeEnergy)", figure(contourFigure), {
        output_type: "stream",
        name: "stderr",
        text: "warning: 3 of 400 bins are empty\n",
      }),
      code(6, "const stiff = harmonic({ omega: 6.2 });\nconst trajectory = langevin(stiff, bath, 0.4);", {
        output_type: "error",
        ename: "PhysicsError",
        evalue: "the step dt = 0.4 is unstable",
        traceback: trace,
      }),
      code(7, "estimate", {
        output_type: "execute_result",
        execution_count: 7,
        data: { "text/plain": "1.832(11)" },
        metadata: {},
      }),
    ],
  };
};
