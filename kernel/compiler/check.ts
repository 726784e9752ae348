/** Whether a cell is right, by two opinions. */

import type ts from "typescript";
import { errorsOf } from "./diagnostics.js";
import type { View } from "./service.js";
import type { Workspace } from "./workspace.js";

export type Verdict = { readonly view: View } | { readonly errors: readonly ts.Diagnostic[] };

/** The program that accepts the cell in the current file: strict, or else lenient; or the errors that both find, if they agree on any. */
export function check(workspace: Workspace): Verdict {
  const view = workspace.strict.view();
  const errors = errorsOf(view, workspace.isLocal);
  if (errors.length === 0) return { view };
  const second = workspace.lenient().view();
  const others = errorsOf(second, workspace.isLocal);
  if (others.length === 0) return { view: second };
  const common = errors.filter(({ code, start }) =>
    others.some((other) => other.code === code && other.start === start),
  );
  return { errors: common.length > 0 ? common : errors };
}
