/** Ours and the peers in turn, work after work and round after round, so that whatever slows the machine slows all of them alike. */

import type { Row } from "../row.js";
import type { Programs } from "./programs.js";
import { rowsOf } from "./rows.js";
import { runner } from "./runner.js";
import { tableOf } from "./table.js";
import type { Question, Work } from "./work.js";

type Say = (line: string) => void;

const measure = async (work: Work, programs: Programs, say: Say): Promise<Row[]> => {
  const runnerOf = (name: string, asked: Question) => runner(name, asked, programs, say);
  const ours = runnerOf("liouville", work.ours);
  const peers = work.peers.map((peer) => runnerOf(peer.name, peer));
  const exact = work.exact && runnerOf("the exact answer", work.exact);
  say(`${work.name}: ${[ours, ...peers].map(({ name }) => name).join(", ")}`);
  const warm = peers.filter((_, i) => !work.peers[i]!.cold);
  if (peers.length > 0) for (const asked of [ours, ...warm]) await asked.run(false); // not counted: code is compiled
  for (let round = 1; round <= work.rounds; round++) for (const asked of [ours, ...peers]) await asked.run(true);
  await exact?.run(true);
  return rowsOf(work, ours, peers, exact, (line) => {
    process.exitCode = 1;
    say(line);
  });
};

/** Measures works and prints; with `--json` the rows alone on standard output. */
export const compare = async (
  works: readonly Work[],
  find: (say: Say) => Promise<Programs>,
  args: readonly string[],
): Promise<void> => {
  const say = (line: string): void => console.error(line);
  const programs = await find(say);
  try {
    const rows: Row[] = [];
    for (const work of works) rows.push(...(await measure(work, programs, say)));
    console.log(args.includes("--json") ? JSON.stringify(rows, null, 2) : tableOf(rows, works));
  } finally {
    for (const { end } of programs.values()) end();
  }
};
