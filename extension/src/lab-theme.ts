/** JupyterLab's colours, read from its style sheet. */

import type { Colours } from "./themed-layout.js";

export const labColours = (): Colours => {
  const style = getComputedStyle(document.body);
  const variable = (name: string): string => style.getPropertyValue(name).trim();
  return {
    text: variable("--jp-content-font-color1"),
    quiet: variable("--jp-content-font-color2"),
    grid: variable("--jp-border-color2"),
    dark: document.body.dataset.jpThemeLight === "false",
  };
};

/** Calls back when the theme has changed; the result ends that. */
export const onThemeChange = (changed: () => void): (() => void) => {
  const observer = new MutationObserver(changed);
  observer.observe(document.body, { attributeFilter: ["data-jp-theme-name", "data-jp-theme-light"] });
  return () => observer.disconnect();
};
