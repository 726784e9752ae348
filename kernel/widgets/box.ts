/** Widgets side by side or one below the other. */

import { bare } from "./kinds.js";
import { createModel } from "./model.js";
import { display, viewOf, type Widget } from "./view.js";

const box = (name: "HBox" | "VBox", children: readonly Widget[], separator: string): Widget => {
  const parts = bare(name);
  const model = createModel({
    ...parts.state,
    box_style: "",
    children: children.map(({ modelId }) => `IPY_MODEL_${modelId}`),
  });
  return {
    modelId: model.id,
    close() {
      model.close();
      parts.close();
    },
    [display]: () => viewOf(model.id, children.map((child) => child[display]()["text/plain"]).join(separator)),
  };
};

/** The widgets in a row; closing it leaves them open. */
export const hbox = (...children: readonly Widget[]): Widget => box("HBox", children, "   ");

/** The widgets in a column; closing it leaves them open. */
export const vbox = (...children: readonly Widget[]): Widget => box("VBox", children, "\n");
