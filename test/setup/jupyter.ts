/** The Python tools that some tests need, in a venv of the repository's own, with pinned versions. */

import { fileURLToPath } from "node:url";
import { labRequirements } from "../../kernel/command/pins.js";
import { ensureVenv, type Venv } from "../../kernel/command/venv.js";

const folder = fileURLToPath(new URL("../../.cache/venv", import.meta.url));

const requirements = [
  ...labRequirements,
  "notebook==7.6.5",
  "jupyter_kernel_test==0.7.0",
  "nbclient==0.11.0",
  "nbconvert==7.17.2",
];

/** The venv, or undefined after saying what is missing. @throws Error on CI, where it must not be missing. */
export const jupyterVenv = async (): Promise<Venv | undefined> => {
  try {
    return await ensureVenv(folder, requirements, (line) => console.warn(line));
  } catch (error) {
    const { message } = error as Error;
    if (process.env.CI) throw new Error(`no Jupyter for the tests: ${message}`);
    console.warn(`Tests that need Jupyter are skipped: ${message}`);
    return undefined;
  }
};
