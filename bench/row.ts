/** What every bench prints with `--json`: one row for each work and peer. */
export interface Row {
  readonly work: string;
  readonly peer: string;
  readonly peerVersion: string;
  /** null where it is not done. */
  readonly ours: number | null;
  readonly theirs: number | null;
  readonly unit: string;
  /** null where there is nothing to divide; each bench says which way it divides. */
  readonly ratio: number | null;
  /** Such as "ratio >= 1.5" or "ours <= 0.010 s". */
  readonly target: string | null;
}

/** What became of a target, in a line. */
export const verdict = ({ work, peer, ours, ratio, target }: Row): string => {
  const [, subject, relation, limit] = /^(ratio|ours) (<=|>=) ([\d.]+)/.exec(target!)!;
  const reached = subject === "ratio" ? ratio : ours;
  const met = reached !== null && (relation === "<=" ? reached <= Number(limit) : reached >= Number(limit));
  const against = subject === "ratio" ? ` against ${peer}` : "";
  return `${met ? "met   " : "MISSED"}  ${work}${against}: ${reached?.toPrecision(3) ?? "not measured"}, target ${target}`;
};
