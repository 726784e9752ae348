/** What cells find without an import: displays, widgets, progress bars and questions. */

import * as api from "./api.js";

/** The names and values; a cell that declares one of the names itself hides it. */
export const ambient = {
  button: api.button,
  checkbox: api.checkbox,
  clear: api.clear,
  display: api.display,
  dropdown: api.dropdown,
  hbox: api.hbox,
  input: api.input,
  output: api.output,
  progress: api.progress,
  slider: api.slider,
  vbox: api.vbox,
};

declare global {
  /** Shows a value in the middle of a cell. */
  const display: typeof api.display;
  /** Removes the outputs of the cell. */
  const clear: typeof api.clear;
  /** A progress bar, round a loop or told by hand. */
  const progress: typeof api.progress;
  /** A line typed by the user. */
  const input: typeof api.input;
  /** A slider for a number. */
  const slider: typeof api.slider;
  /** A menu of alternatives. */
  const dropdown: typeof api.dropdown;
  /** A button. */
  const button: typeof api.button;
  /** A box to tick. */
  const checkbox: typeof api.checkbox;
  /** A place for outputs among widgets. */
  const output: typeof api.output;
  /** Widgets in a row. */
  const hbox: typeof api.hbox;
  /** Widgets in a column. */
  const vbox: typeof api.vbox;
}
