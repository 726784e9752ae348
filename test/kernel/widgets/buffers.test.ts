import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { separate } from "../../../kernel/widgets/buffers.js";
import { createModel } from "../../../kernel/widgets/model.js";
import { rejoin } from "../../../kernel/widgets/rejoin.js";
import { frontEnd } from "./front-end.js";

const bytes = (view: ArrayBufferView): Uint8Array => new Uint8Array(view.buffer, view.byteOffset, view.byteLength);

describe("typed arrays in a state", () => {
  it("are taken out, at any depth, without changing the state given", () => {
    const [x, y, z] = [new Float64Array([0.5, 7]), new Uint8Array([3]), new Int16Array([-2])];
    const state = { plain: [0, "text"], a: { x, n: 4 }, list: [y, { z }, null], raw: y.buffer };
    const { state: kept, paths, buffers } = separate(state);
    expect(kept).toEqual({ plain: [0, "text"], a: { n: 4 }, list: [null, {}, null] });
    expect(paths).toEqual([["a", "x"], ["list", 0], ["list", 1, "z"], ["raw"]]);
    expect(buffers).toEqual([x, y, z, new Uint8Array([3])]);
    expect(state.a.x).toBe(x);
  });

  it("come back as they were, when their type is said or was known", () => {
    const leaf = fc.oneof(
      fc.float64Array({ maxLength: 5 }),
      fc.int16Array({ maxLength: 5 }),
      fc.integer(),
      fc.string(),
    );
    const { tree } = fc.letrec((tie) => ({
      tree: fc.oneof({ depthSize: "small" }, leaf, fc.array(tie("tree"), { maxLength: 3 }), tie("object")),
      object: fc.dictionary(
        fc.string().filter((key) => key !== "__proto__"),
        tie("tree"),
        { maxKeys: 3, noNullPrototype: true },
      ),
    }));
    const states = fc.dictionary(fc.constantFrom("a", "b", "c"), tree, { noNullPrototype: true });
    fc.assert(
      fc.property(states, (state) => {
        const { state: kept, paths, buffers } = separate(state);
        const arrived = JSON.parse(JSON.stringify(kept)) as Record<string, unknown>;
        rejoin(arrived, paths, buffers.map(bytes), state);
        const expected = JSON.parse(JSON.stringify(kept)) as Record<string, unknown>;
        expect(separate(arrived)).toEqual({ state: expected, paths: expect.any(Array), buffers: expect.any(Array) });
        expect(
          new Map(separate(arrived).paths.map((path, i) => [JSON.stringify(path), separate(arrived).buffers[i]])),
        ).toEqual(new Map(paths.map((path, i) => [JSON.stringify(path), buffers[i]])));
      }),
    );
  });

  it("are DataViews when their type is not known, and may lie at odd addresses", () => {
    const whole = new Uint8Array(17);
    new DataView(whole.buffer).setFloat64(1, 2.75, true);
    const state: Record<string, unknown> = { array: { dtype: "float64", shape: [2] } };
    const at = whole.subarray(1);
    rejoin(state, [["array", "buffer"], ["other"]], [at, at]);
    expect(state.array).toEqual({ dtype: "float64", shape: [2], buffer: new Float64Array([2.75, 0]) });
    expect((state.other as DataView).getFloat64(0, true)).toBe(2.75);
    rejoin(state, [["array", "buffer"]], [whole]);
    expect((state.array as { buffer: unknown }).buffer).toBeInstanceOf(DataView); // 17 bytes are no doubles
  });

  it("with paths that lead nowhere are ignored", () => {
    const state = { a: 3 };
    const wrong = [
      ["a", "b"],
      ["x", "y"],
      [],
      7,
      null,
      ["__proto__", "polluted"],
      ["a", "constructor", "prototype", "polluted"],
    ];
    rejoin(
      state,
      wrong,
      wrong.map(() => new Uint8Array(8)),
    );
    rejoin(state, "nonsense", [new Uint8Array(8)]);
    rejoin(state, [["b"], ["c"]], [new Uint8Array(8)]);
    expect(Object.keys(state)).toEqual(["a", "b"]);
    expect(({} as Record<string, unknown>).polluted).toBeUndefined();
  });

  it("pass through a model both ways", async () => {
    const front = frontEnd();
    const changes: unknown[] = [];
    const positions = new Float32Array([0.25, 3]);
    const model = createModel({ positions, count: 2 }, { changed: (change) => changes.push(change) });
    expect(front.of("comm_open")[0]).toMatchObject({
      content: { data: { state: { count: 2 }, buffer_paths: [["positions"]] } },
      buffers: [positions],
    });
    const next = new Float32Array([7, 9.5]);
    await front.send(model.id, { method: "update", state: {}, buffer_paths: [["positions"]] }, [bytes(next)]);
    expect(changes).toEqual([{ positions: next }]);
    expect(front.of("comm_msg")[0]).toMatchObject({
      content: { data: { method: "echo_update", state: {}, buffer_paths: [["positions"]] } },
      buffers: [next],
    });
    model.set({ positions });
    model.send({ event: "focus" }, [positions]);
    expect(
      front
        .of("comm_msg")
        .slice(1)
        .map(({ content, buffers }) => [content.data, buffers]),
    ).toEqual([
      [{ method: "update", state: {}, buffer_paths: [["positions"]] }, [positions]],
      [{ method: "custom", content: { event: "focus" } }, [positions]],
    ]);
  });
});
