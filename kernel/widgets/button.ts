/** A button: `button("Run").onClick(() => …)`. */

import { changes } from "./changes.js";
import { control } from "./kinds.js";
import { createModel } from "./model.js";
import { display, viewOf, type Widget } from "./view.js";

export interface ButtonOptions {
  readonly style?: "primary" | "success" | "info" | "warning" | "danger";
  /** A Font Awesome name without "fa-", such as "play". */
  readonly icon?: string;
}

export interface Button extends Widget {
  readonly label: string;
  /** Calls `handler` at each click; clicks during an asynchronous handler follow it. The function returned takes it away. */
  onClick(handler: () => unknown): () => void;
  /** Clicks from code. */
  click(): void;
}

/** A button that calls its handlers when it is clicked. */
export const button = (label: string, { style, icon = "" }: ButtonOptions = {}): Button => {
  const parts = control("Button", "Button", label);
  const clicks = changes<undefined>(`“${label}”`, { every: true });
  const click = (): void => clicks.emit(undefined);
  const model = createModel(
    { ...parts.state, button_style: style ?? "", icon },
    {
      message(content) {
        if (content.event === "click") click();
      },
    },
  );
  return {
    modelId: model.id,
    label,
    onClick: (handler) => clicks.listen(() => handler()),
    click,
    close() {
      model.close();
      parts.close();
    },
    [display]: () => viewOf(model.id, `[${label}]`),
  };
};
