import { expect, it } from "vitest";
import { abandon, execute } from "../../../kernel/runtime/execute.js";
import type { Report } from "../../../kernel/runtime/messages.js";
import type { Header } from "../../../kernel/wire/message.js";

const header = (msg_id: string): Header => ({
  msg_id,
  session: "s",
  username: "u",
  date: "",
  msg_type: "execute_request",
  version: "5.4",
});
const cell = (javascript: string) => ({ cell: "In[7]", javascript, awaits: true, modules: [], map: "", declared: [] });

it("reports a cell as given up whose order an interrupt kept from being heard", () => {
  const reports: Report[] = [];
  abandon("never heard", (report) => reports.push(report));
  expect(reports).toEqual([{ type: "abandoned", id: "never heard", marks: 0 }]);
});

it("finds a cell whose report was cut short, and gives it up once more", async () => {
  const cutShort = new Error("cut short");
  const report = (): void => {
    throw cutShort;
  };
  await expect(execute(header("a"), cell("() => 6 * 7"), report)).rejects.toBe(cutShort);
  expect(() => abandon("a", report)).toThrow(cutShort);
  const reports: Report[] = [];
  abandon("a", (one) => reports.push(one));
  abandon("a", (one) => reports.push(one));
  expect(reports.map(({ type }) => type)).toEqual(["abandoned", "abandoned"]);
});

it("reports a cell that ends before its interrupt as done", async () => {
  const reports: Report[] = [];
  await execute(header("b"), cell("() => 6 * 7"), (report) => reports.push(report));
  abandon("b", (report) => reports.push(report));
  expect(reports.map(({ type }) => type)).toEqual(["done", "abandoned"]);
});
