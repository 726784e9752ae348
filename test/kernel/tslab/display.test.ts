import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { type Host, host, installHost } from "../../../kernel/runtime/host.js";
import * as tslab from "../../../kernel/tslab/api.js";

interface Content {
  data: Record<string, unknown>;
  metadata: object;
  transient: { display_id?: string };
}

let sent: { type: string; content: Content }[] = [];
const fake: Host = {
  publish: (type, content) => void sent.push({ type, content: content as never }),
  input: () => Promise.reject(new Error("no input")),
  onComm: () => {},
};

beforeEach(() => {
  sent = [];
  installHost(fake);
});
afterEach(() => installHost(undefined as never));

const bytes = new Uint8Array([137, 80, 78, 71, 255, 0]);

describe("tslab.display", () => {
  it.each([
    ["javascript", "text/javascript", "alert(1)"],
    ["html", "text/html", "<b>x</b>"],
    ["markdown", "text/markdown", "**x**"],
    ["latex", "text/latex", "$$x$$"],
    ["svg", "image/svg+xml", "<svg/>"],
    ["text", "text/plain", "x"],
  ] as const)("%s sends %s", (method, mime, data) => {
    tslab.display[method](data);
    expect(sent).toEqual([{ type: "display_data", content: { data: { [mime]: data }, metadata: {}, transient: {} } }]);
  });

  it.each([
    ["png", "image/png"],
    ["jpeg", "image/jpeg"],
    ["gif", "image/gif"],
    ["pdf", "application/pdf"],
  ] as const)("%s sends the bytes of %s as base64", (method, mime) => {
    tslab.display[method](bytes);
    tslab.display[method](Buffer.from(bytes));
    tslab.display[method](new Uint8Array([0, ...bytes, 0]).subarray(1, 7));
    expect(sent.map(({ content }) => content.data)).toEqual(
      new Array(3).fill({ [mime]: Buffer.from(bytes).toString("base64") }),
    );
  });

  it("raw sends any type, text as it is and bytes as base64", () => {
    const { raw } = tslab.display;
    raw("application/x-thing", "text");
    raw("application/x-thing", bytes);
    expect(sent.map(({ content }) => content.data["application/x-thing"])).toEqual([
      "text",
      Buffer.from(bytes).toString("base64"),
    ]);
  });

  it("raw sends text of a JSON type as its value", () => {
    tslab.display.raw("application/vnd.plotly.v1+json", '{"data":[{"y":[1,2]}]}');
    tslab.display.raw("application/json", "not JSON");
    expect(sent.map(({ content }) => Object.values(content.data)[0])).toEqual([{ data: [{ y: [1, 2] }] }, "not JSON"]);
  });

  it("needs a kernel only when it displays", () => {
    installHost(undefined as never);
    expect(() => host()).toThrow(/notebook/);
    expect(() => tslab.display.text("x")).toThrow(/notebook/);
  });
});

describe("tslab.newDisplay", () => {
  it("overwrites its own output, whatever the type", () => {
    const [one, other] = [tslab.newDisplay(), tslab.newDisplay()];
    one.text("1 %");
    other.html("<b>other</b>");
    one.html("<b>50 %</b>");
    one.png(bytes);
    expect(sent.map(({ type }) => type)).toEqual([
      "display_data",
      "display_data",
      "update_display_data",
      "update_display_data",
    ]);
    const ids = sent.map(({ content }) => content.transient.display_id);
    expect(ids[0]).toMatch(/^[0-9a-f]{16}$/);
    expect([ids[2], ids[3]]).toEqual([ids[0], ids[0]]);
    expect(ids[1]).not.toBe(ids[0]);
    expect(sent[2].content.data).toEqual({ "text/html": "<b>50 %</b>" });
  });
});
