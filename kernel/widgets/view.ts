/** How a widget appears as a value: its view where the front end has widgets, a line of text elsewhere. */

export const display: unique symbol = Symbol.for("Jupyter.display") as never;

export interface Widget {
  /** The id of the model, by which other models refer to it. */
  readonly modelId: string;
  /** Removes the widget from every front end. */
  close(): void;
  [display](): Record<string, unknown>;
}

/** The MIME forms of a view of the model. */
export const viewOf = (modelId: string, text: string): Record<string, unknown> => ({
  "application/vnd.jupyter.widget-view+json": { version_major: 2, version_minor: 0, model_id: modelId },
  "text/plain": text,
});
