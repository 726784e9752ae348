/** What a notebook can use beside the physics: `import { slider, display, progress } from "liouville/notebook"`. */

import { host } from "../runtime/host.js";

export type { Bar, ProgressOptions } from "../progress/progress.js";
export { progress } from "../progress/progress.js";
export { hbox, vbox } from "../widgets/box.js";
export type { Button, ButtonOptions } from "../widgets/button.js";
export { button } from "../widgets/button.js";
export { checkbox } from "../widgets/checkbox.js";
export type { Comm } from "../widgets/comm.js";
export { openComm, registerTarget } from "../widgets/comm.js";
export type { Shown } from "../widgets/display.js";
export { clear, display, updateDisplay } from "../widgets/display.js";
export type { Dropdown, DropdownOptions } from "../widgets/dropdown.js";
export { dropdown } from "../widgets/dropdown.js";
export type { Model, ModelOptions, State } from "../widgets/model.js";
export { createModel } from "../widgets/model.js";
export { NotebookError } from "../widgets/notebook-error.js";
export type { OutputWidget } from "../widgets/output.js";
export { output } from "../widgets/output.js";
export type { Slider, SliderOptions } from "../widgets/slider.js";
export { slider } from "../widgets/slider.js";
export { text } from "../widgets/text.js";
export type { Valued } from "../widgets/valued.js";
export type { Widget } from "../widgets/view.js";

/**
 * A line typed by the user: `await input("seed: ")`; with `password` it is not shown while it is typed.
 * @throws Error where the front end cannot ask, as when a notebook is executed without one.
 */
export const input = (prompt = "", { password = false }: { readonly password?: boolean } = {}): Promise<string> =>
  host().input(prompt, password);
