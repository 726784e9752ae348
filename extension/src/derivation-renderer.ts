/** The widget that JupyterLab puts into the output of a cell to show a derivation. */

import type { IRenderMime } from "@jupyterlab/rendermime-interfaces";
import { Widget } from "@lumino/widgets";
import { asDerivation } from "../../kernel/page/derivation-form.js";
import { stepper } from "./derivation-stepper.js";
import { html } from "./element.js";

const explanation = (error: unknown): HTMLElement => {
  const why = error instanceof Error ? error.message : String(error);
  return html("pre", { class: "liouville-derivation-error" }, `This derivation cannot be shown: ${why}`);
};

export const derivationRenderer = (mimeType: string, typesetter: IRenderMime.ILatexTypesetter | null) => {
  const widget = new Widget();
  widget.addClass("liouville-derivation");
  const typeset = (element: HTMLElement): void => {
    for (const each of element.querySelectorAll<HTMLElement>(".liouville-formula")) typesetter?.typeset(each);
  };
  const renderModel = async ({ data }: IRenderMime.IMimeModel): Promise<void> => {
    try {
      const element = stepper(asDerivation(data[mimeType]), typeset);
      widget.node.replaceChildren(element);
      typeset(element);
    } catch (error) {
      widget.node.replaceChildren(explanation(error));
    }
  };
  return Object.assign(widget, { renderModel });
};
