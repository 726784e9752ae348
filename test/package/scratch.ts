import { mkdtempSync, realpathSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll } from "vitest";

/** An empty folder for all tests of a file, removed after them. */
export const scratch = (): string => {
  const dir = mkdtempSync(join(realpathSync(tmpdir()), "liouville-package-"));
  afterAll(() => rmSync(dir, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 }));
  return dir;
};
