import { type Displayable, display, type MimeBundle } from "../display.js";

/** An equation of motion, in LaTeX and in Unicode. */
interface Equation {
  readonly tex: string;
  readonly text: string;
}

/** Newton's equations of motion. */
export const newton: Equation = {
  tex: "dq = M^{-1} p\\,dt, \\qquad dp = F\\,dt",
  text: "dq = M⁻¹p dt, dp = F dt",
};

/** Newton's equations with friction and noise. */
export const withBath: Equation = {
  tex: "dq = M^{-1} p\\,dt, \\qquad dp = (F - \\gamma p)\\,dt + \\sqrt{2\\gamma kT}\\,M^{1/2}\\,dW",
  text: "dq = M⁻¹p dt, dp = (F − γp) dt + √(2γkT) M^½ dW",
};

/** Overdamped motion with one D everywhere. */
export const withoutMass: Equation = {
  tex: "dq = \\frac{D}{kT} F\\,dt + \\sqrt{2D}\\,dW",
  text: "dq = (D/kT) F dt + √(2D) dW",
};

/** Overdamped motion where D depends on the place, as an Itô equation. */
export const withField: Equation = {
  tex: "dq = \\left(\\frac{D(q)}{kT} F + \\alpha \\nabla D\\right) dt + \\sqrt{2D(q)}\\,dW",
  text: "dq = (D(q) F/kT + α∇D) dt + √(2D(q)) dW",
};

/** Newton's equations with a friction matrix. */
export const coupledBath: Equation = {
  tex: "dq = M^{-1} p\\,dt, \\qquad dp = (F - \\gamma p)\\,dt + \\sqrt{kT(\\gamma M + M\\gamma^T)}\\,dW",
  text: "dq = M⁻¹p dt, dp = (F − γp) dt + √(kT (γM + Mγᵀ)) dW",
};

/** Overdamped motion with a matrix D, of which the symmetric part makes noise. */
export const coupledWithoutMass: Equation = {
  tex: "dq = \\frac{D}{kT} F\\,dt + \\sqrt{D + D^T}\\,dW",
  text: "dq = (D/kT) F dt + √(D + Dᵀ) dW",
};

/** Newton's equations with a friction matrix that depends on the place. */
export const frictionField: Equation = {
  tex: "dq = M^{-1} p\\,dt, \\qquad dp = (F - K(q) M^{-1} p)\\,dt + \\sqrt{2kT\\,K(q)}\\,dW",
  text: "dq = M⁻¹p dt, dp = (F − K(q) M⁻¹p) dt + √(2kT K(q)) dW",
};

/** Nuclei in the mean field of electrons. */
export const meanField: Equation = {
  tex: "dq = m^{-1} p\\,dt, \\qquad dp = -\\langle\\varphi, V'(q)\\varphi\\rangle\\,dt, \\qquad i\\hbar\\,d\\varphi = V(q)\\varphi\\,dt",
  text: "dq = p/m dt, dp = −⟨φ, V′(q)φ⟩ dt, iħ dφ = V(q)φ dt",
};

/** Nuclei on one level at a time. */
export const hopping: Equation = {
  tex: "dq = m^{-1} p\\,dt, \\qquad dp = -\\lambda_a'(q)\\,dt, \\qquad i\\hbar\\,d\\varphi = V(q)\\varphi\\,dt, \\qquad a \\to j \\text{ by fewest switches}",
  text: "dq = p/m dt, dp = −λₐ′(q) dt, iħ dφ = V(q)φ dt, a → j by fewest switches",
};

const symbols: Readonly<Record<string, string>> = {
  dt: "\\Delta t",
  gamma: "\\gamma",
  alpha: "\\alpha",
  hbar: "\\hbar",
};

const texOf = (value: number | string): string => (typeof value === "number" ? String(value) : `\\texttt{${value}}`);

/** An integrator with something said after it, such as a test of its steps. */
export const remarked = (integrator: Displayable, remark: string): MimeBundle => {
  const { "text/latex": tex, "text/plain": text } = integrator[display]();
  return { "text/latex": `${tex}\n$$\\text{${remark}}$$`, "text/plain": `${text}; ${remark}` };
};

/** An integrator by its name, the equation of motion, and the numbers in it; those that are absent have no place there. */
export const motionShown = (
  name: string,
  { tex, text }: Equation,
  numbers: Readonly<Record<string, number | string | undefined>>,
): MimeBundle => {
  const given = Object.entries(numbers).flatMap(([key, value]) => (value === undefined ? [] : [{ key, value }]));
  const settings = given.map(({ key, value }) => `${symbols[key] ?? key} = ${texOf(value)}`);
  return {
    "text/latex": `$$${tex}$$\n$$\\text{${name}}, \\quad ${settings.join(", \\; ")}$$`,
    "text/plain": `${name}: ${text}, ${given.map(({ key, value }) => `${key} = ${value}`).join(", ")}`,
  };
};
