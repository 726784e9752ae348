/** Light tests run two files at a time; those that start kernels, browsers or venvs run after them, one file at a time, since they claim whole cores. */

import { defineConfig } from "vitest/config";

const heavy = ["test/wire/**/*.test.ts", "test/lab/**/*.test.ts", "test/command/**/*.test.ts", "test/binder/**/*.test.ts", "test/package/**/*.test.ts", "test/tslab/**/*.test.ts"];

export default defineConfig({
  test: {
    pool: "forks",
    maxWorkers: 2,
    reporters: process.env.CI ? ["default", ["json", { outputFile: ".cache/tests.json" }]] : ["default"],
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
