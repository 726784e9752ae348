/** Says how a run goes on: one line that is rewritten on a terminal, a line for each cell elsewhere. */

import { cellName } from "../notebook/numbering.js";
import type { Progress } from "../notebook/run.js";
import { spanOf } from "./seconds.js";

interface Screen {
  readonly isTTY?: boolean | undefined;
  readonly columns?: number | undefined;
  write(text: string): unknown;
}

export interface ProgressLine {
  show(progress: Progress): void;
  /** Removes the line, where it was one. */
  clear(): void;
}

const cut = (text: string, width: number): string => (text.length > width ? `${text.slice(0, width - 1)}…` : text);

const firstLine = (source: string): string =>
  source
    .split("\n")
    .find((line) => line.trim() !== "")
    ?.trim() ?? "";

/** `[ 3/17] cell 7 · 2.1 s, about 12 s left · const run = …` */
export const lineOf = ({ done, total, next }: Progress, seconds: number): string => {
  const place = `[${String(done + 1).padStart(String(total).length)}/${total}] ${cellName(next?.cell)}`;
  const left = done > 0 ? `, about ${spanOf((seconds / done) * (total - done))} left` : "";
  return `${place} · ${spanOf(seconds)}${left} · ${firstLine(next?.source ?? "")}`;
};

/** A progress line on this screen, counting from now. */
export const progressLine = (screen: Screen, now: () => number = () => performance.now() / 1000): ProgressLine => {
  const start = now();
  let last: Progress | undefined;
  let timer: NodeJS.Timeout | undefined;
  const draw = () => {
    if (last?.next) screen.write(`\r\x1b[2K${cut(lineOf(last, now() - start), (screen.columns || 80) - 1)}`);
  };
  const clear = () => {
    clearInterval(timer);
    if (screen.isTTY && last) screen.write("\r\x1b[2K");
    last = undefined;
  };
  return {
    show(progress) {
      if (!progress.next) return clear();
      last = progress;
      if (!screen.isTTY) screen.write(`${cut(lineOf(progress, now() - start), 120)}\n`);
      else {
        draw();
        clearInterval(timer);
        timer = setInterval(draw, 500).unref();
      }
    },
    clear,
  };
};
