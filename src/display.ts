/** The one thing this library knows of Jupyter: a value with a method under this symbol shows itself. */
export const display: unique symbol = Symbol.for("Jupyter.display");

/** One value in several forms: MIME type → data. `text/plain` is always there. */
export type MimeBundle = Record<string, unknown>;

/** A value that shows itself when it ends a cell. */
export interface Displayable {
  [display](): MimeBundle;
}

/** Whether a value shows itself. */
export const isDisplayable = (value: unknown): value is Displayable =>
  typeof value === "object" && value !== null && typeof (value as Partial<Displayable>)[display] === "function";
