import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { displays, outputArea } from "../../../kernel/client/output-area.js";

const text = (text: string, name = "stdout") => ["stream", { name, text }] as const;
const show = (value: string, display_id?: string) =>
  ["display_data", { data: { "text/plain": value }, metadata: {}, transient: { display_id } }] as const;

const outputsOf = (...messages: (readonly [string, Record<string, unknown>])[]) => {
  const area = outputArea(displays());
  for (const [type, content] of messages) area.take(type, content);
  return area.outputs;
};
const plain = (value: string) => ({ output_type: "display_data", data: { "text/plain": value }, metadata: {} });

describe("an output area", () => {
  test("joins what follows in the same stream", () => {
    expect(outputsOf(text("a"), text("b"), text("w", "stderr"), text("c"))).toEqual([
      { output_type: "stream", name: "stdout", text: "ab" },
      { output_type: "stream", name: "stderr", text: "w" },
      { output_type: "stream", name: "stdout", text: "c" },
    ]);
  });
  test("loses no text and never has two pieces of one stream in a row", () => {
    const pieces = fc.array(fc.tuple(fc.string(), fc.constantFrom("stdout", "stderr")));
    fc.assert(
      fc.property(pieces, (list) => {
        const outputs = outputsOf(...list.map(([t, name]) => text(t, name))) as { name: string; text: string }[];
        for (const name of ["stdout", "stderr"]) {
          const joined = outputs.filter((o) => o.name === name).map((o) => o.text);
          expect(joined.join("")).toBe(
            list
              .filter(([, n]) => n === name)
              .map(([t]) => t)
              .join(""),
          );
        }
        for (const [i, o] of outputs.entries()) expect(outputs[i + 1]?.name).not.toBe(o.name);
      }),
    );
  });
  test("is cleared at once, or with the next output", () => {
    expect(outputsOf(text("a"), ["clear_output", { wait: false }])).toEqual([]);
    expect(outputsOf(text("a"), ["clear_output", { wait: true }])).toHaveLength(1);
    expect(outputsOf(show("a"), ["clear_output", { wait: true }], show("b"), show("c"))).toEqual([
      plain("b"),
      plain("c"),
    ]);
  });
  test("does not continue a stream over a clear", () => {
    expect(outputsOf(text("a"), ["clear_output", { wait: true }], text("b"))).toMatchObject([{ text: "b" }]);
  });
  test("keeps results and errors as the format has them, without what is transient", () => {
    const result = { execution_count: 4, data: { "text/plain": "1" }, metadata: { m: 1 }, transient: {} };
    const error = { ename: "E", evalue: "v", traceback: ["t"] };
    expect(outputsOf(["execute_result", result], ["error", error], ["status", { execution_state: "idle" }])).toEqual([
      { output_type: "execute_result", execution_count: 4, data: { "text/plain": "1" }, metadata: { m: 1 } },
      { output_type: "error", ...error },
    ]);
  });
  test("is updated by display id in every cell that shows it", () => {
    const shared = displays();
    const [one, other] = [outputArea(shared), outputArea(shared)];
    one.take(...show("old", "id"));
    other.take(...show("old", "id"));
    other.take(...show("else", "another"));
    shared.update({ data: { "text/plain": "new" }, metadata: {}, transient: { display_id: "id" } });
    expect(one.outputs).toEqual([plain("new")]);
    expect(other.outputs).toEqual([plain("new"), plain("else")]);
  });
});
