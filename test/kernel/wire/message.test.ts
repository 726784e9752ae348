import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { decode, encode, type Message, WireError } from "../../../kernel/wire/message.js";

const header = { msg_id: "7", session: "s", username: "u", date: "d", msg_type: "execute_request", version: "5.4" };
const message = (content: Record<string, unknown>, buffers: Uint8Array[] = []): Message => ({
  identities: [Buffer.from("client")],
  header,
  parent: {},
  metadata: { cell: 3 },
  content,
  buffers,
});

describe("a message on the wire", () => {
  it("comes back from its frames as it was", () => {
    fc.assert(
      fc.property(
        fc.dictionary(fc.string(), fc.jsonValue()),
        fc.array(fc.uint8Array()),
        fc.string(),
        (content, buffers, key) => {
          const sent = message(JSON.parse(JSON.stringify(content)), buffers);
          const received = decode(encode(sent, key), key);
          expect(received.content).toEqual(sent.content);
          expect(received.metadata).toEqual({ cell: 3 });
          expect(received.identities.map(String)).toEqual(["client"]);
          expect(received.buffers.map((b) => [...b])).toEqual(buffers.map((b) => [...b]));
        },
      ),
    );
  });

  it("is refused when any part was changed, before that part is parsed", () => {
    for (let part = 3; part < 7; part++) {
      const frames = encode(message({ code: "1" }), "key");
      frames[part] = Buffer.from("{not json");
      expect(() => decode(frames, "key")).toThrow(new WireError("the signature does not match"));
    }
  });

  it("is refused under another key, without its delimiter, and with frames missing", () => {
    const frames = encode(message({}), "key");
    expect(() => decode(frames, "other")).toThrow(/signature/);
    expect(() => decode(frames.slice(2), "key")).toThrow(/delimiter/);
    expect(() => decode(frames.slice(0, 5), "key")).toThrow(/missing/);
  });

  it("is refused when a signed part is not a JSON object or the header lacks its type", () => {
    const bad = { ...message({}), metadata: [1] as unknown as Record<string, unknown> };
    expect(() => decode(encode(bad, "key"), "key")).toThrow(/metadata is not a JSON object/);
    const { msg_type, ...rest } = header;
    expect(msg_type).toBe("execute_request");
    const headless = { ...message({}), header: rest as typeof header };
    expect(() => decode(encode(headless, "key"), "key")).toThrow(/no msg_type/);
  });
});
