/** `liouville ledger PAPER [--json] [--seed WORDS]` as it is typed. */

import { expect, test } from "vitest";
import { liouville } from "./liouville.js";

interface Row {
  readonly equation: string;
  readonly kind: string;
  readonly printed: string;
  readonly verdict: string;
  readonly corrected?: string;
  readonly from: readonly string[];
  readonly certificates: readonly { readonly method: string; readonly instances: number; readonly residual: number }[];
  readonly reason?: string;
}

const slow = { timeout: 300_000 };
const rowsOf = async (...options: readonly string[]): Promise<readonly Row[]> => {
  const { status, stdout, stderr } = await liouville(["ledger", "001", "--json", ...options]);
  expect([status, stderr]).toEqual([0, ""]);
  return JSON.parse(stdout) as readonly Row[];
};

test(
  "as JSON has a row for every statement, in the agreed form, and other residuals for another seed",
  slow,
  async () => {
    const rows = await rowsOf();
    const again = await rowsOf("--seed", "other systems");
    expect(rows.length).toBeGreaterThan(100);
    for (let number = 1; number <= 58; number++) expect(rows.map(({ equation }) => equation)).toContain(`${number}`);
    for (const { equation, kind, printed, verdict, corrected, from, certificates, reason } of rows) {
      expect([equation, printed].every((each) => typeof each === "string" && each !== "")).toBe(true);
      expect(["definition", "identity", "hypothesis", "limit"]).toContain(kind);
      expect(["holds", "misprint", "definition", "hypothesis", "limit"]).toContain(verdict);
      expect(Array.isArray(from)).toBe(true);
      if (verdict === "misprint") expect((corrected ?? "") + (reason ?? "")).not.toBe("");
      else expect(corrected).toBeUndefined();
      for (const { method, instances, residual } of certificates) {
        expect(["evaluated", "replayed"]).toContain(method);
        expect(instances).toBeGreaterThan(0);
        expect(residual).toBeLessThan(1e-10);
      }
      if (kind === "identity" && certificates.length < 2) expect(reason).toBeTruthy();
    }
    expect(again.map(({ equation, verdict }) => [equation, verdict])).toEqual(
      rows.map(({ equation, verdict }) => [equation, verdict]),
    );
    expect(again).not.toEqual(rows);
  },
);

test.each([
  [["ledger", "002x"], "there is no paper 002x"],
  [["ledger"], "needs the number of a paper"],
  [["ledger", "001", "002"], "takes one paper"],
  [["ledger", "001", "--seed", ""], "--seed is empty"],
  [["ledger", "001", "--jsno"], "jsno"],
])("refuses %j", async (args, message) => {
  const { status, stdout, stderr } = await liouville(args);
  expect(status).toBe(2);
  expect(stdout).toBe("");
  expect(stderr).toContain(message);
});
