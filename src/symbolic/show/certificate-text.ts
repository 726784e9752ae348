import { counted } from "../../counted.js";
import type { ShownCertificate } from "./form.js";

const raised = (exponent: string): string =>
  [...exponent].map((digit) => (digit === "-" ? "⁻" : ("⁰¹²³⁴⁵⁶⁷⁸⁹"[Number(digit)] ?? ""))).join("");

/** A small number in two figures: 3.1 × 10⁻¹⁵. */
export const small = (value: number): string => {
  const [mantissa = "", exponent = ""] = value.toExponential(1).split("e");
  return value === 0 ? "0" : `${mantissa} × 10${raised(exponent)}`;
};

/** What a certificate says, wherever it is shown: "evaluated on 3 concrete systems, largest relative residual 2.0 × 10⁻¹⁵". */
export const certificateText = ({ method, instances, residual }: ShownCertificate): string => {
  if (method === "replayed") return `replayed by rules in ${counted(instances, "step")}`;
  return method === "evaluated"
    ? `evaluated on ${counted(instances, "concrete system")}, largest relative residual ${small(residual)}`
    : `simulated in ${counted(instances, "run")}, off by ${residual.toPrecision(2)} standard errors`;
};
