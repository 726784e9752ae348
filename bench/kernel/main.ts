/** Kernels in turn, round after round, so that whatever slows the machine slows all of them alike. */

import { rmSync } from "node:fs";
import { figureOf, measure, type Samples } from "./measure.js";
import { findPeers, type Peer } from "./peers.js";
import { type Measured, rowsOf } from "./rows.js";
import { tableOf } from "./table.js";
import { type Figures, type Work, works } from "./works.js";

const rounds = 5;

const newSamples = (): Samples => Object.fromEntries(works.map((work): [Work, number[]] => [work, []])) as Samples;

const runRounds = async (peers: readonly Peer[], say: (line: string) => void): Promise<Measured[]> => {
  const samples = peers.map(newSamples);
  for (const peer of peers) await measure(peer, newSamples()); // not counted: files are read and made for the first time
  for (let round = 1; round <= rounds; round++) {
    say(`round ${round} of ${rounds}: ${peers.map(({ name }) => name).join(", ")}`);
    for (const [i, peer] of peers.entries()) await measure(peer, samples[i]!);
  }
  return peers.map(({ name, version }, i) => {
    const figures = Object.fromEntries(works.map((work) => [work, figureOf(samples[i]!, work)])) as Figures;
    return { name, version, figures };
  });
};

/** Measures and prints; with `--json` the rows alone on standard output. */
export const main = async (root: string, args: readonly string[]): Promise<void> => {
  const say = (line: string): void => console.error(line);
  const peers = await findPeers(root, say);
  try {
    const measured = await runRounds(peers, say);
    const rows = rowsOf(measured);
    console.log(args.includes("--json") ? JSON.stringify(rows, null, 2) : tableOf(measured, rows));
  } finally {
    for (const { home } of peers) rmSync(home, { recursive: true, force: true });
  }
};
