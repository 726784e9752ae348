import { writeAtomically } from "../../notebook/atomic.js";
import type { Notebook } from "../../notebook/format.js";

/** Writes the notebook as one page that works offline. */
export const writePage = async (path: string, notebook: Notebook): Promise<void> => {
  const { pageOf } = await import("../../page/page.js"); // Loads the renderers, which other runs do without.
  writeAtomically(path, pageOf(notebook));
};
