/** The names by which front ends find the code of a model and its view, for ipywidgets 8. */

import { createModel, type State } from "./model.js";

const base = { module: "@jupyter-widgets/base", version: "2.0.0" };
const controls = { module: "@jupyter-widgets/controls", version: "2.0.0" };
const outputs = { module: "@jupyter-widgets/output", version: "1.0.0" };

type Package = typeof base;

const identity = (model: Package, name: string, view: Package, viewName: string): State => ({
  _model_module: model.module,
  _model_module_version: model.version,
  _model_name: `${name}Model`,
  _view_count: null,
  _view_module: view.module,
  _view_module_version: view.version,
  _view_name: `${viewName}View`,
});

/** A model and the models it is made with, which are closed with it. */
export interface Parts {
  readonly state: State;
  close(): void;
}

const widget = (model: Package, name: string, layout: string): State => ({
  ...identity(model, name, model, name),
  _dom_classes: [],
  layout: `IPY_MODEL_${layout}`,
  tabbable: null,
  tooltip: null,
});

const layoutModel = (values: State = {}) => createModel({ ...identity(base, "Layout", base, "Layout"), ...values });

/** The state of a control (`FloatSlider`, `Dropdown`, …) whose style is called `style`; opens its layout and style. */
export const control = (name: string, style: string, label: string): Parts => {
  const layout = layoutModel();
  const look = createModel(identity(controls, `${style}Style`, base, "Style"));
  const state = {
    ...widget(controls, name, layout.id),
    style: `IPY_MODEL_${look.id}`,
    description: label,
    disabled: false,
  };
  return {
    state,
    close() {
      look.close();
      layout.close();
    },
  };
};

/** The state of a widget without label and style, such as a box or an output; opens its layout. */
export const bare = (name: "HBox" | "VBox" | "Output"): Parts => {
  const layout = layoutModel();
  return { state: widget(name === "Output" ? outputs : controls, name, layout.id), close: layout.close };
};
