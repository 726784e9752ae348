/** The names of "liouville/notebook" that cells find without an import. */

export const ambientNames = [
  "button",
  "checkbox",
  "clear",
  "display",
  "dropdown",
  "hbox",
  "input",
  "output",
  "progress",
  "slider",
  "vbox",
] as const;
