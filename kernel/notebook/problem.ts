/** A file that is no notebook, or a notebook that cannot be used as it is asked to. */
export class NotebookError extends Error {
  override readonly name = "NotebookError";
}
