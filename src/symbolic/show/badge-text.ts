import { counted } from "../../counted.js";
import type { DerivationStep, ShownCertificate } from "./form.js";

const raised = (exponent: number): string =>
  [...String(exponent)].map((digit) => (digit === "-" ? "⁻" : "⁰¹²³⁴⁵⁶⁷⁸⁹"[Number(digit)])).join("");

/** A small number in two figures: 3.1·10⁻¹⁵. */
const small = (value: number): string => {
  const [mantissa, exponent] = value.toExponential(1).split("e") as [string, string];
  return value === 0 ? "0" : `${mantissa}·10${raised(Number(exponent))}`;
};

const certificateText = ({ method, instances, residual }: ShownCertificate): string => {
  if (method === "replayed") return `replayed, ${counted(instances, "step")}`;
  return method === "evaluated"
    ? `evaluated at ${instances} instances, residual ${small(residual)}`
    : `simulated ${instances} times, ${residual.toPrecision(2)} σ`;
};

/** The badges of a step in words; an identity without a certificate says so. */
export const badgeTexts = ({ verdict, kind, certificates }: DerivationStep): readonly string[] => [
  verdict ?? kind,
  ...certificates.map(certificateText),
  ...(kind === "identity" && certificates.length === 0 ? ["no certificate"] : []),
];
