/** Whether a cell is right, by two opinions. */

import type ts from "typescript";
import { errorsOf } from "./diagnostics.js";
import type { View } from "./service.js";
import type { Workspace } from "./workspace.js";

export interface Accepted {
  /** The program that accepts the cell. */
  readonly view: View;
  /** The cell under strict rules, whether or not they accept it. */
  readonly strict: View;
}

export type Verdict = Accepted | { readonly errors: readonly ts.Diagnostic[] };

/** Strict, or else lenient; or the errors that both find, if they agree on any. */
function opinions(workspace: Workspace, strict: View): Verdict {
  const errors = errorsOf(strict);
  if (errors.length === 0) return { view: strict, strict };
  const second = workspace.lenient().view();
  const others = errorsOf(second);
  if (others.length === 0) return { view: second, strict };
  const common = errors.filter(({ code, start }) =>
    others.some((other) => other.code === code && other.start === start),
  );
  return { errors: common.length > 0 ? common : errors };
}

/** Checks a cell in the program of the cells before, and where that cannot hold it or finds errors, in one of its own. */
export function check(workspace: Workspace, text: string, augments: boolean): Verdict {
  const { files, growth, current, strict } = workspace;
  files.refresh();
  const grown = augments ? undefined : growth.add(text);
  if (grown && errorsOf(grown).length === 0) return { view: grown, strict: grown };
  files.write(current, text);
  const view = strict.view();
  growth.plant(view);
  return opinions(workspace, view);
}
