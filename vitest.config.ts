/** Light tests run two files at a time; those that start kernels, browsers or venvs run after them, one file at a time, since they claim whole cores. */

import { defineConfig } from "vitest/config";

const heavy = ["binder", "command", "lab", "package", "tslab", "wire"].map((folder) => `test/${folder}/**/*.test.ts`);

export default defineConfig({
  test: {
    pool: "forks",
    maxWorkers: 2,
    projects: [
      {
        test: {
          name: "light",
          include: ["test/**/*.test.ts"],
          exclude: heavy,
          testTimeout: 60_000,
          hookTimeout: 60_000,
          sequence: { groupOrder: 0 },
        },
      },
      {
        test: {
          name: "heavy",
          include: heavy,
          fileParallelism: false,
          testTimeout: 180_000,
          hookTimeout: 300_000,
          teardownTimeout: 30_000,
          sequence: { groupOrder: 1 },
        },
      },
    ],
  },
});
