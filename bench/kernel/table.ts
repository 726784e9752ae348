/** The result of a run for people: a table of medians and ratios, and what became of the targets. */

import { aligned } from "../aligned.js";
import { type Row, verdict } from "../row.js";
import type { Measured } from "./rows.js";
import { meanings, unitOf, type Work, works } from "./works.js";

const shown = (work: Work, figure: number | undefined): string => {
  if (figure === undefined) return "cannot";
  if (unitOf(work) === "MB") return `${figure.toFixed(0)} MB`;
  return `${(figure * 1000).toFixed(figure < 0.1 ? 1 : 0)} ms`;
};

const beside = (work: Work, peer: string, rows: readonly Row[]): string => {
  const ratio = rows.find((row) => row.work === work && row.peer === peer)?.ratio;
  return ratio == null ? "" : `×${ratio.toFixed(2)}`;
};

/** The table, then the targets; ×r is ours ÷ theirs, so that below 1 ours is faster or smaller. */
export const tableOf = (measured: readonly Measured[], rows: readonly Row[]): string => {
  const [ours, ...others] = measured;
  const heading = [
    "",
    `${ours!.name} ${ours!.version}`,
    ...others.flatMap(({ name, version }) => [`${name} ${version}`, "ours/its"]),
  ];
  const lines = works.map((work) => [
    work,
    shown(work, ours!.figures[work]),
    ...others.flatMap(({ name, figures }) => [shown(work, figures[work]), beside(work, name, rows)]),
  ]);
  const notes = works.map((work) => `  ${work}: ${meanings[work]}`);
  const targets = new Set(rows.filter(({ target }) => target !== null).map(verdict));
  return [aligned([heading, ...lines]), "", ...notes, "", ...targets].join("\n");
};
