import { certificateText } from "./certificate-text.js";
import type { DerivationStep } from "./form.js";

/** The badges of a step in words; an identity without a certificate says so. */
export const badgeTexts = ({ verdict, kind, certificates }: DerivationStep): readonly string[] => [
  verdict ?? kind,
  ...certificates.map(certificateText),
  ...(kind === "identity" && certificates.length === 0 ? ["no certificate"] : []),
];
