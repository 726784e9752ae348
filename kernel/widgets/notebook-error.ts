/** A display, widget or progress bar was asked for something it cannot do; the message says what was expected. */
export class NotebookError extends Error {
  override readonly name = "NotebookError";
}
