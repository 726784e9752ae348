/** The kernelspec of this package: what Jupyter reads from `kernel.json`. */

import { join } from "node:path";
import { packageRoot } from "../package-root.js";

export interface KernelSpec {
  readonly argv: readonly string[];
  readonly display_name: string;
  readonly language: string;
  readonly interrupt_mode?: "message" | "signal";
  readonly env?: Readonly<Record<string, string>>;
  readonly metadata?: Readonly<Record<string, unknown>>;
}

export const kernelName = "liouville";

/** What a notebook says of the kernel that it was written for. */
export const kernelReference = { name: kernelName, display_name: "Liouville (TypeScript)", language: "typescript" };

/** The file that the kernel's process runs. */
export const serverFile = join(packageRoot, "dist", "kernel", "server", "main.js");

/** Starts this very installation with this very Node, wherever the frontend's PATH points. */
export const ourKernel = (): KernelSpec => ({
  argv: [process.execPath, serverFile, "{connection_file}"],
  display_name: kernelReference.display_name,
  language: kernelReference.language,
  interrupt_mode: "message",
  metadata: { debugger: false },
});
