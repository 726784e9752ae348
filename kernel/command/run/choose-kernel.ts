import { didYouMean } from "../../nearest.js";
import type { Notebook } from "../../notebook/format.js";
import { NotebookError } from "../../notebook/problem.js";
import { installedKernels } from "../../spec/find.js";
import { type KernelSpec, kernelName, kernelReference, ourKernel } from "../../spec/kernelspec.js";
import { UsageError } from "../usage.js";

export interface ChosenKernel {
  readonly spec: KernelSpec;
  /** What a notebook without a kernelspec is given. */
  readonly reference: { readonly name: string; readonly display_name: string; readonly language: string };
}

/** Languages whose cells this package's kernel runs, and in which parameters can be written. */
const ours = /^(typescript|javascript|node(js)?)$/i;

const named = (name: string): ChosenKernel => {
  const kernels = installedKernels();
  const found = kernels.get(name.toLowerCase());
  if (!found) {
    const names = [...kernels.keys()];
    const known = names.length > 0 ? `installed are ${names.join(", ")}` : "none is installed";
    throw new UsageError(`there is no kernel ${name}; ${known}.${didYouMean(name, names)}`);
  }
  const { display_name, language } = found.spec;
  return { spec: found.spec, reference: { name: found.name, display_name, language } };
};

const languageOf = ({ metadata }: Notebook): string | undefined => {
  const { kernelspec, language_info } = metadata as Record<string, { name?: string; language?: string } | undefined>;
  return language_info?.name ?? kernelspec?.language;
};

export const isOurs = (language: string): boolean => ours.test(language);

/**
 * The kernel for a notebook: the one that was asked for, or this package's own, which needs no installed kernelspec.
 * @throws UsageError when no such kernel is installed.
 * @throws NotebookError when the notebook is written in another language than this kernel runs.
 */
export const chooseKernel = (notebook: Notebook, path: string, name: string | undefined): ChosenKernel => {
  if (name !== undefined && name !== kernelName) return named(name);
  const language = languageOf(notebook);
  if (name === undefined && language !== undefined && !isOurs(language)) {
    const wanted = (notebook.metadata.kernelspec as { name?: string } | undefined)?.name ?? "NAME";
    throw new NotebookError(
      `${path} is written in ${language}, not TypeScript; run it with --kernel ${wanted}, or with --kernel ${kernelName} all the same`,
    );
  }
  return { spec: ourKernel(), reference: kernelReference };
};
