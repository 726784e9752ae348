/** What has been typed, kept on disk: a file of JSON lines for each session, in the user's state folder. */

import { appendFileSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { homedir } from "node:os";
import { join } from "node:path";

interface Line {
  readonly line: number;
  readonly input: string;
  readonly output?: string;
}
type Entry = readonly [session: number, line: number, text: string | readonly [string, string | null]];

export interface History {
  add(line: Line): void;
  /** The entries that a `history_request` asks for. */
  find(request: Record<string, unknown>): Entry[];
}

const keptSessions = 1000;

const stateFolder = (): string =>
  join(process.env.XDG_STATE_HOME ?? join(homedir(), ".local", "state"), "liouville", "history");

const fileOf = (session: number): string => `${String(session).padStart(8, "0")}.jsonl`;

const sessionsIn = (folder: string): number[] => {
  try {
    return readdirSync(folder)
      .filter((name) => /^\d+\.jsonl$/.test(name))
      .map((name) => Number.parseInt(name, 10))
      .sort((a, b) => a - b);
  } catch {
    return [];
  }
};

/** The lines of a file; one that another process is still writing is left out. */
const readLines = (path: string): Line[] => {
  const parse = (text: string): Line[] => {
    try {
      const { line, input, output } = JSON.parse(text);
      return Number.isInteger(line) && typeof input === "string" ? [{ line, input, output }] : [];
    } catch {
      return [];
    }
  };
  try {
    return readFileSync(path, "utf8").split("\n").flatMap(parse);
  } catch {
    return [];
  }
};

/** Whether a text is matched as a whole by a glob of `*` (any text) and `?` (any character), in time of at most their product. */
const matches = (text: string, glob: string): boolean => {
  let [at, from] = [0, 0];
  let star = -1;
  for (let i = 0; i < text.length; ) {
    if (glob[at] === "*") [star, from, at] = [at, i, at + 1];
    else if (at < glob.length && (glob[at] === "?" || glob[at] === text[i])) [at, i] = [at + 1, i + 1];
    else if (star >= 0) [at, from, i] = [star + 1, from + 1, from + 1];
    else return false;
  }
  return [...glob.slice(at)].every((letter) => letter === "*");
};

/** Claims the next free session number by creating its file; forgets the oldest sessions. */
const claim = (folder: string): number => {
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const sessions = sessionsIn(folder);
  for (const old of sessions.slice(0, -keptSessions)) rmSync(join(folder, fileOf(old)), { force: true });
  for (let session = (sessions.at(-1) ?? 0) + 1; ; session++) {
    try {
      writeFileSync(join(folder, fileOf(session)), "", { flag: "wx", mode: 0o600 });
      return session;
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== "EEXIST") throw error;
    }
  }
};

const whole = (value: unknown, otherwise: number): number => (Number.isInteger(value) ? (value as number) : otherwise);

const textOf = ([, , text]: Entry): string => (typeof text === "string" ? text : text[0]);

/** The last n wanted entries of sessions from the newest back, oldest first; each text once where `unique`. */
const lastOf = (
  sessions: Iterable<Entry[]>,
  n: number,
  wanted: (entry: Entry) => boolean,
  unique: boolean,
): Entry[] => {
  const found: Entry[] = [];
  const seen = new Set<string>();
  for (const entries of sessions) {
    for (const entry of entries.reverse()) {
      if (found.length >= n) return found.reverse();
      if (!wanted(entry) || (unique && seen.has(textOf(entry)))) continue;
      seen.add(textOf(entry));
      found.push(entry);
    }
  }
  return found.reverse();
};

/** Opens the history; where the disk refuses, this session's lines are kept in memory alone. */
export const openHistory = (folder = stateFolder()): History => {
  let session: number | undefined;
  const own: Line[] = [];
  const number = (): number => {
    session ??= claim(folder);
    return session;
  };
  const linesOf = (of: number): Line[] => (of === (session ?? 0) ? own : readLines(join(folder, fileOf(of))));
  const entries = (of: number, output: unknown): Entry[] =>
    linesOf(of).map(({ line, input, output: shown }) => [of, line, output ? [input, shown ?? null] : input]);
  /** Sessions from the newest back, each read when it is needed. */
  function* newest(output: unknown): Iterable<Entry[]> {
    for (const of of new Set([session ?? 0, ...sessionsIn(folder).reverse()])) yield entries(of, output);
  }
  /** A session by its number, or counted back from this one. */
  const sessionOf = (asked: number): number =>
    asked > 0 ? asked : (session ?? (sessionsIn(folder).at(-1) ?? 0) + 1) + asked;

  return {
    add(line) {
      own.push(line);
      try {
        appendFileSync(join(folder, fileOf(number())), `${JSON.stringify(line)}\n`);
      } catch {
        // A full or read-only disk must not stop a cell.
      }
    },
    find({ hist_access_type, output, n, pattern, unique, session: asked, start, stop }) {
      const count = Math.max(0, whole(n, 1000));
      if (hist_access_type === "tail") return lastOf(newest(output), count, () => true, false);
      if (hist_access_type === "search") {
        const glob = typeof pattern === "string" ? pattern : "*";
        return lastOf(newest(output), count, (entry) => matches(textOf(entry), glob), unique === true);
      }
      const [from, to] = [whole(start, 1), whole(stop, Number.POSITIVE_INFINITY)];
      return entries(sessionOf(whole(asked, 0)), output).filter(([, line]) => line >= from && line < to);
    },
  };
};
