import { dirname, resolve } from "node:path";
import { type KernelClient, startKernel } from "../../client/client.js";
import { type Difference, differencesOf } from "../../notebook/check.js";
import { type Failure, failedCells } from "../../notebook/failure.js";
import type { Notebook } from "../../notebook/format.js";
import { type Numbering, numbering } from "../../notebook/numbering.js";
import { injectParameters, unknownParameters } from "../../notebook/parameters.js";
import { prepared } from "../../notebook/prepare.js";
import { readNotebook } from "../../notebook/read.js";
import { type Progress, runCells } from "../../notebook/run.js";
import { widgetRecorder } from "../../notebook/widgets.js";
import { writeNotebook } from "../../notebook/write.js";
import { UsageError } from "../usage.js";
import { type ChosenKernel, chooseKernel, isOurs } from "./choose-kernel.js";
import type { RunFlags } from "./options.js";
import { targetsOf } from "./targets.js";
import { writePage } from "./write-page.js";

/** What came of one notebook. */
export interface Outcome {
  readonly path: string;
  readonly seconds: number;
  readonly failure?: Failure;
  /** How many cells failed that errors were allowed to; those tagged `raises-exception` are not counted. */
  readonly tolerated: number;
  /** Parameters that the notebook does not mention. */
  readonly unknown: readonly string[];
  readonly differences: readonly Difference[];
  readonly written: readonly string[];
}

export interface Watch {
  readonly signal: AbortSignal;
  readonly onProgress: (progress: Progress) => void;
}

const launch = (path: string, { spec }: ChosenKernel, hear: ReturnType<typeof widgetRecorder>["hear"]) =>
  startKernel({
    argv: spec.argv,
    cwd: dirname(resolve(path)),
    env: spec.env ?? {},
    interruptMode: spec.interrupt_mode ?? "signal",
    onMessage: hear,
  });

interface Job extends Watch {
  readonly numberOf: Numbering;
}

const executed = async (source: Notebook, chosen: ChosenKernel, path: string, flags: RunFlags, job: Job) => {
  const widgets = widgetRecorder();
  const kernel: KernelClient = await launch(path, chosen, widgets.hear);
  try {
    const notebook = prepared(source, kernel.info, chosen.reference);
    const failure = await runCells(notebook, kernel, {
      ...job,
      timeout: flags.timeout,
      allowErrors: flags.allowErrors,
    });
    return { notebook: widgets.stored(notebook), failure };
  } finally {
    await (job.signal.aborted ? kernel.kill() : kernel.shutdown());
  }
};

const parametrised = (stored: Notebook, { parameters }: RunFlags, { reference }: ChosenKernel): Notebook => {
  if (Object.keys(parameters).length > 0 && !isOurs(reference.language)) {
    throw new UsageError(
      `parameters are set in TypeScript, but the kernel ${reference.name} runs ${reference.language}`,
    );
  }
  return injectParameters(stored, parameters);
};

/**
 * Runs one notebook and writes what was asked for; a notebook that failed is written as far as it came.
 * @throws NotebookError, UsageError or KernelDied when there is nothing to write.
 */
export const runOne = async (path: string, flags: RunFlags, watch: Watch): Promise<Outcome> => {
  const start = performance.now();
  const stored = readNotebook(path);
  const chosen = chooseKernel(stored, path, flags.kernel);
  const source = parametrised(stored, flags, chosen);
  const numberOf = numbering(stored, source);
  const { notebook, failure } = await executed(source, chosen, path, flags, { ...watch, numberOf });
  const targets = targetsOf(path, flags, flags.notebooks.length > 1);
  if (targets.notebook !== undefined) writeNotebook(targets.notebook, notebook);
  if (targets.page !== undefined) await writePage(targets.page, notebook);
  return {
    path,
    seconds: (performance.now() - start) / 1000,
    ...(failure && { failure }),
    tolerated: flags.allowErrors ? failedCells(notebook) : 0,
    unknown: unknownParameters(stored, flags.parameters),
    differences: flags.check && !failure ? differencesOf(source, notebook, flags.tolerance, numberOf) : [],
    written: Object.values(targets),
  };
};
