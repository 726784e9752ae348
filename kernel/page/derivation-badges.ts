/** What the interpreters say of a step, in words: a shape and a colour each, and a sentence for who sees neither. */

import { certificateText, small } from "../../src/symbolic/show/certificate-text.js";
import type { Certificate, Step } from "./derivation-form.js";

export interface Badge {
  readonly shape: "square" | "circle" | "triangle" | "bar" | "cross";
  readonly state: "good" | "bad" | "open" | "plain";
  readonly label: string;
  readonly sentence: string;
}

/** An evaluated identity holds below this relative residual. */
const exact = 1e-10;

const shapes = { replayed: "square", evaluated: "circle", simulated: "triangle" } as const;

const certified = (certificate: Certificate): Badge => {
  const { method, residual } = certificate;
  const good = method === "simulated" ? residual < 3 : residual < exact;
  return {
    shape: shapes[method],
    state: good ? "good" : "bad",
    label: method === "evaluated" ? `${method} ${small(residual)}` : method,
    sentence: `${certificateText(certificate)}: ${good ? "agrees" : "disagrees"}`,
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
