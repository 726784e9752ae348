import { randomBytes } from "node:crypto";
import { existsSync, mkdirSync, renameSync, rmSync } from "node:fs";
import { dirname } from "node:path";

/** Fills a new folder beside the old one, then puts it in its place, so that nobody meets a half-written one. */
export const replaceFolder = async (dir: string, fill: (draft: string) => void | Promise<void>): Promise<void> => {
  const mark = randomBytes(4).toString("hex");
  const [draft, old] = [`${dir}.${mark}.new`, `${dir}.${mark}.old`];
  mkdirSync(dirname(dir), { recursive: true });
  mkdirSync(draft);
  try {
    await fill(draft);
    if (existsSync(dir)) renameSync(dir, old);
    renameSync(draft, dir);
  } finally {
    for (const rest of [draft, old]) rmSync(rest, { recursive: true, force: true });
  }
};
