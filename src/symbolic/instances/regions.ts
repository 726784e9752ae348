import { beyond } from "./beyond.js";
import type { System } from "./system.js";

/** The variables of a part of phase space. */
export const variablesOf = (part: string, { N, d, inside }: System): readonly number[] => {
  const block = (offset: number, which: (i: number) => boolean) =>
    Array.from({ length: N * d }, (_, k) => k)
      .filter((k) => which(Math.floor(k / d)))
      .map((k) => offset + k);
  const parts: Readonly<Record<string, readonly number[]>> = {
    "Γ*": [...block(0, () => true), ...block(N * d, () => true)],
    "Γr*": block(0, () => true),
    "Γ0*": block(N * d, (i) => !inside[i]),
    "Γ1*": block(N * d, (i) => inside[i] === 1),
  };
  return parts[part] ?? beyond(`The integral over ${part}`);
};
