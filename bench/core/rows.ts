/** Replies as rows. */

import { median } from "../quantile.js";
import type { Row } from "../row.js";
import type { Runner } from "./runner.js";
import type { Exact, Work } from "./work.js";

const figuresOf = (work: Work, { replies }: Runner): number[] => replies.map(work.figure);

/** Round by round, above 1 where ours is better. */
const ratios = (work: Work, mine: readonly number[], its: readonly number[]): number[] =>
  mine.slice(0, its.length).map((figure, i) => (work.better === "more" ? figure / its[i]! : its[i]! / figure));

const rowOf = (work: Work, ours: Runner, peer: Runner, target: string | null, agrees: boolean): Row => {
  const [mine, its] = [figuresOf(work, ours), figuresOf(work, peer)];
  return {
    work: work.name,
    peer: peer.name,
    peerVersion: peer.version,
    ours: median(mine) ?? null,
    theirs: median(its) ?? null,
    unit: work.unit,
    ratio: agrees ? (median(ratios(work, mine, its)) ?? null) : null,
    target,
  };
};

/** Ours alone. */
const alone = (work: Work, ours: Runner): Row => ({
  work: work.name,
  peer: "",
  peerVersion: "",
  ours: median(figuresOf(work, ours)) ?? null,
  theirs: null,
  unit: work.unit,
  ratio: null,
  target: work.limit ?? null,
});

const answerOf = ({ replies }: Runner): readonly number[] | undefined => replies.at(-1)?.answer;

const errorRow = (work: Work, { error, unit, target }: Exact, ours: Runner, peer: Runner, exact: Runner): Row => {
  const truth = answerOf(exact);
  const of = (asked: Runner): number | null => {
    const answer = answerOf(asked);
    return truth === undefined || answer === undefined ? null : error(answer, truth);
  };
  const [mine, its] = [of(ours), of(peer)];
  return {
    work: `${work.name}, error`,
    peer: peer.name,
    peerVersion: peer.version,
    ours: mine,
    theirs: its,
    unit,
    ratio: mine === null || its === null ? null : its / mine,
    target,
  };
};

/** One row for each peer. Where answers differ there is no ratio: `complain` is told why. */
export const rowsOf = (
  work: Work,
  ours: Runner,
  peers: readonly Runner[],
  exact: Runner | undefined,
  complain: (line: string) => void,
): Row[] => {
  if (peers.length === 0) return [alone(work, ours)];
  return peers.flatMap((peer, i) => {
    const [mine, its] = [answerOf(ours), answerOf(peer)];
    const difference = mine && its && work.difference(mine, its);
    if (difference !== undefined) complain(`${work.name}: ours and ${peer.name} differ: ${difference}`);
    const row = rowOf(work, ours, peer, work.peers[i]!.target ?? null, difference === undefined);
    return exact === undefined ? [row] : [row, errorRow(work, work.exact!, ours, peer, exact)];
  });
};
