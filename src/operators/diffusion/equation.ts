import { symbolTex } from "../../expressions/symbols.js";
import type { DiffusionField } from "./diffusion.js";

/** ∂ρ/∂t = ∇·D[∇ + ∇V/kT]ρ in LaTeX, on a line by its coordinate; and what D is. */
export const equationOf = (names: readonly string[], { isScalar, isConstant }: DiffusionField): string => {
  const arguments_ = isConstant ? "" : `(${names.map(symbolTex).join(", ")})`;
  const D = isScalar || names.length === 1 ? `D${arguments_}` : `\\mathsf{D}${arguments_}`;
  if (names.length > 1)
    return `\\frac{\\partial \\rho}{\\partial t} = \\nabla\\cdot ${D} \\left[\\nabla + \\frac{1}{k_BT}\\nabla V\\right] \\rho`;
  const x = symbolTex(names[0]);
  return `\\frac{\\partial \\rho}{\\partial t} = \\frac{\\partial}{\\partial ${x}}\\, ${D} \\left[\\frac{\\partial}{\\partial ${x}} + \\frac{1}{k_BT}\\frac{\\partial V}{\\partial ${x}}\\right] \\rho`;
};

/** How D is meant where it depends on the place, in LaTeX; nothing where it does not. */
export const conventionOf = ({ isConstant }: DiffusionField): string =>
  isConstant
    ? ""
    : "\\text{D between the derivatives: equilibrium } e^{-V/k_BT} \\text{ for every D (Hänggi–Klimontovich)}";
