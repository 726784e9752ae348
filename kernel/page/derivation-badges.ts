/** What the interpreters say of a step, in words: a shape and a colour each, and a sentence for who sees neither. */

import type { Certificate, Step } from "./derivation-form.js";

export interface Badge {
  readonly shape: "square" | "circle" | "triangle" | "bar" | "cross";
  readonly state: "good" | "bad" | "open" | "plain";
  readonly label: string;
  readonly sentence: string;
}

/** An evaluated identity holds below this relative residual. */
const exact = 1e-10;

const superscript = (exponent: string): string =>
  [...exponent].map((c) => (c === "-" ? "⁻" : ("⁰¹²³⁴⁵⁶⁷⁸⁹"[Number(c)] ?? ""))).join("");

/** 3.1 × 10⁻¹⁵ */
export const small = (value: number): string => {
  if (value === 0) return "0";
  const [mantissa = "", exponent = ""] = value.toExponential(1).split("e");
  return `${mantissa} × 10${superscript(exponent)}`;
};

const counted = (n: number, one: string): string => `${n} ${one}${n === 1 ? "" : "s"}`;

export const sentence = ({ method, instances, residual }: Certificate): string => {
  if (method === "replayed") return `Replayed by rules: ${counted(instances, "step")}, residual ${small(residual)}`;
  return method === "evaluated"
    ? `Evaluated on concrete systems: ${counted(instances, "instance")}, largest relative residual ${small(residual)}`
    : `Simulated: ${counted(instances, "run")}, off by ${residual.toPrecision(2)} standard errors`;
};

const shapes = { replayed: "square", evaluated: "circle", simulated: "triangle" } as const;

const certified = (certificate: Certificate): Badge => {
  const { method, residual } = certificate;
  const good = method === "simulated" ? residual < 3 : residual < exact;
  return {
    shape: shapes[method],
    state: good ? "good" : "bad",
    label: method === "evaluated" ? `${method} ${small(residual)}` : method,
    sentence: `${sentence(certificate)}: ${good ? "agrees" : "disagrees"}`,
  };
};

const missing = (method: "replayed" | "evaluated"): Badge => ({
  shape: shapes[method],
  state: "open",
  label: `not ${method}`,
  sentence: `No certificate: not ${method}`,
});

/** One badge an interpreter; for an identity, also for the interpreter that has said nothing. A misprint says so first. */
export const badges = ({ kind, verdict, certificates }: Step): readonly Badge[] => [
  ...(verdict === "misprint"
    ? [{ shape: "cross", state: "bad", label: "misprint", sentence: "The print is wrong here" } as const]
    : kind === "identity"
      ? []
      : [{ shape: "bar", state: "plain", label: kind, sentence: `Kind: ${kind}` } as const]),
  ...(["replayed", "evaluated", "simulated"] as const).flatMap((method) => {
    const of = certificates.filter((each) => each.method === method).map(certified);
    return of.length === 0 && kind === "identity" && method !== "simulated" ? [missing(method)] : of;
  }),
];
