/** The result of a run for people: a line for each work and peer, and what became of the targets. */

import { aligned } from "../aligned.js";
import { type Row, verdict } from "../row.js";
import type { Work } from "./work.js";

const shown = (figure: number | null): string => (figure === null ? "cannot" : String(Number(figure.toPrecision(3))));

const lineOf = ({ work, peer, ours, theirs, unit, ratio }: Row, above: Row | undefined): string[] => [
  work === above?.work ? "" : work,
  work === above?.work ? "" : `${shown(ours)} ${unit}`,
  peer,
  peer === "" ? "" : shown(theirs),
  ratio === null ? "" : `×${ratio.toFixed(2)}`,
];

/** The table, what each work is, versions, then the targets; above ×1 ours is better. */
export const tableOf = (rows: readonly Row[], works: readonly Work[]): string => {
  const lines = rows.map((row, i) => lineOf(row, rows[i - 1]));
  const versions = new Set(
    rows.filter(({ peer }) => peer !== "").map(({ peer, peerVersion }) => `  ${peer}: ${peerVersion}`),
  );
  return [
    aligned([["", "ours", "peer", "theirs", "ratio"], ...lines]),
    "",
    ...works.map(({ name, meaning }) => `  ${name}: ${meaning}`),
    "",
    ...versions,
    "",
    ...rows.filter(({ target }) => target !== null).map(verdict),
  ].join("\n");
};
