import { KernelDied } from "../../client/kernel-process.js";
import { NotebookError } from "../../notebook/problem.js";
import type { Command } from "../command.js";
import { type ProgressLine, progressLine } from "../progress-line.js";
import { say } from "../say.js";
import { runHelp } from "./help.js";
import { type RunFlags, runFlags } from "./options.js";
import { type Outcome, runOne } from "./run-one.js";
import { isGood, reportOf, summaryOf } from "./summary.js";

/** Ctrl-C: the first asks to stop, the second ends the process and the kernel with it. */
const onInterrupt = (): { signal: AbortSignal; release: () => void } => {
  const controller = new AbortController();
  const press = () => (controller.signal.aborted ? process.exit(130) : controller.abort());
  const end = () => process.exit(143);
  process.on("SIGINT", press).on("SIGTERM", end);
  return { signal: controller.signal, release: () => process.off("SIGINT", press).off("SIGTERM", end) };
};

const attempt = async (path: string, flags: RunFlags, signal: AbortSignal): Promise<Outcome | undefined> => {
  const line: ProgressLine = progressLine(process.stderr);
  try {
    const outcome = await runOne(path, flags, { signal, onProgress: line.show });
    line.clear();
    say(reportOf(outcome, flags.check));
    return outcome;
  } catch (error) {
    line.clear();
    if (!(error instanceof NotebookError || error instanceof KernelDied)) throw error;
    say(`✗ ${path} · ${error.message}`);
    return undefined;
  }
};

const runAll = async (flags: RunFlags): Promise<number> => {
  const { signal, release } = onInterrupt();
  const start = performance.now();
  const bad: string[] = [];
  let good = 0;
  for (const path of flags.notebooks) {
    const outcome = await attempt(path, flags, signal);
    if (outcome && isGood(outcome)) good++;
    else bad.push(path);
    if (signal.aborted) break;
  }
  release();
  const seconds = (performance.now() - start) / 1000;
  if (flags.notebooks.length > 1) say(summaryOf(good, bad, seconds));
  if (signal.aborted) return 130;
  return bad.length > 0 ? 1 : 0;
};

export const run: Command = {
  summary: "execute notebooks",
  help: runHelp,
  run: async (args) => {
    const flags = runFlags(args);
    if (!flags.help) return runAll(flags);
    say(runHelp.trimEnd());
    return 0;
  },
};
