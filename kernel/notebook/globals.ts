/** What cells find without an import: displays, widgets, progress bars and questions. The compiler knows their types. */

import type { ambientNames } from "./ambient-names.js";
import { button, checkbox, clear, display, dropdown, hbox, input, output, progress, slider, vbox } from "./api.js";

/** The names and values; a cell that declares one of the names itself hides it. */
export const ambient = {
  button,
  checkbox,
  clear,
  display,
  dropdown,
  hbox,
  input,
  output,
  progress,
  slider,
  vbox,
} satisfies Record<(typeof ambientNames)[number], unknown>;
