/** What a look at one requirement found. */
export interface Finding {
  readonly ok: boolean;
  readonly what: string;
  /** Without it, can no notebook be executed, even by "liouville run"? */
  readonly needed: boolean;
  /** The command or the step that mends it. */
  readonly mend?: string;
}

/** One requirement to look at; `dataDirs` are the Jupyter data folders that count. */
export type Look = (dataDirs: readonly string[]) => Promise<Finding> | Finding;

/** `✓ Node 22.4.0`, or `✗ no kernelspec` with the way out below. */
export const describeFinding = ({ ok, what, needed, mend }: Finding): string => {
  if (ok) return `✓ ${what}`;
  return `✗ ${what}${needed ? "" : " (optional)"}${mend === undefined ? "" : `\n    → ${mend}`}`;
};
