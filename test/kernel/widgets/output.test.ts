import { describe, expect, it, vi } from "vitest";
import { bundleOf } from "../../../kernel/display/bundle.js";
import { progress } from "../../../kernel/progress/progress.js";
import { host } from "../../../kernel/runtime/host.js";
import { clear, display as show, updateDisplay } from "../../../kernel/widgets/display.js";
import { output } from "../../../kernel/widgets/output.js";
import { slider } from "../../../kernel/widgets/slider.js";
import { display } from "../../../kernel/widgets/view.js";
import { frontEnd } from "./front-end.js";

const print = (text: string, name = "stdout") => host().publish("stream", { name, text });

/** What the front end has of an output widget. */
const shownIn = (front: ReturnType<typeof frontEnd>, id: string) =>
  front
    .of("comm_msg")
    .filter(({ content }) => content.comm_id === id)
    .at(-1)?.content.data.state.outputs as Record<string, unknown>[] | undefined;

describe("an output widget", () => {
  it("takes what its work shows and prints, also after an await, and nothing else", async () => {
    const front = frontEnd();
    const place = output();
    const value = await place.run(async () => {
      print("one ");
      print("two\n");
      print("oops", "stderr");
      await new Promise((resolve) => setTimeout(resolve, 3));
      show(3.5);
      return 7;
    });
    print("outside");
    expect(value).toBe(7);
    await vi.waitFor(() =>
      expect(shownIn(front, place.modelId)).toEqual([
        { output_type: "stream", name: "stdout", text: "one two\n" },
        { output_type: "stream", name: "stderr", text: "oops" },
        { output_type: "display_data", data: { "text/plain": "3.5" }, metadata: {} },
      ]),
    );
    expect(front.of("stream").map(({ content }) => content.text)).toEqual(["outside"]);
    expect(front.of("display_data")).toEqual([]);
    expect(place[display]()["text/plain"]).toBe("output (3 outputs)");
  });

  it("passes errors on", async () => {
    frontEnd();
    const place = output();
    expect(() =>
      place.run(() => {
        throw new RangeError("here");
      }),
    ).toThrow("here");
    await expect(
      place.run(async () => {
        throw new RangeError("there");
      }),
    ).rejects.toThrow("there");
  });

  it("is cleared at once, or when the next output comes", async () => {
    const front = frontEnd();
    const place = output();
    place.run(() => print("a"));
    place.run(() => clear({ wait: true }));
    await vi.waitFor(() => expect(shownIn(front, place.modelId)).toHaveLength(1));
    place.run(() => print("b"));
    await vi.waitFor(() =>
      expect(shownIn(front, place.modelId)).toEqual([{ output_type: "stream", name: "stdout", text: "b" }]),
    );
    place.clear();
    await vi.waitFor(() => expect(shownIn(front, place.modelId)).toEqual([]));
  });

  it("has what it shows updated from anywhere, and leaves the rest alone", async () => {
    const front = frontEnd();
    const place = output();
    const inside = place.run(() => show(1.5));
    const outside = show("x");
    inside.update(2.5);
    place.run(() => outside.update(4));
    await vi.waitFor(() => expect(shownIn(front, place.modelId)).toMatchObject([{ data: { "text/plain": "2.5" } }]));
    expect(front.of("update_display_data").map(({ content }) => content.data["text/plain"])).toEqual(["4"]);
  });

  it("keeps pace with a loop that never yields, and shows its end", async () => {
    const front = frontEnd();
    const place = output();
    const until = performance.now() + 220;
    let lines = 0;
    place.run(() => {
      while (performance.now() < until) print(`${++lines}\n`);
    });
    const during = front.of("comm_msg").length;
    expect(during).toBeGreaterThanOrEqual(3);
    expect(during).toBeLessThanOrEqual(6);
    await vi.waitFor(() =>
      expect(String(shownIn(front, place.modelId)?.[0].text)).toMatch(new RegExp(`\\n${lines}\\n$`)),
    );
  });

  it("leaves other widgets' comms alone", () => {
    const front = frontEnd();
    const place = output();
    const opened = front.of("comm_open").length;
    place.run(() => output());
    expect(front.of("comm_open").length).toBe(opened + 2);
  });
});

describe("a display", () => {
  it("shows a value under an id and updates it in place", () => {
    const front = frontEnd();
    const first = show(2.5);
    const named = show(7, { id: "energy" });
    first.update([3, 4]);
    updateDisplay("energy", 8);
    named.update(undefined);
    expect(named.id).toBe("energy");
    expect(
      front.published.map(({ type, content }) => [type, (content.transient as { display_id: string }).display_id]),
    ).toEqual([
      ["display_data", first.id],
      ["display_data", "energy"],
      ["update_display_data", first.id],
      ["update_display_data", "energy"],
      ["update_display_data", "energy"],
    ]);
    expect(front.published.map(({ content }) => content.data["text/plain"])).toEqual([
      "2.5",
      "7",
      "[ 3, 4 ]",
      "8",
      "undefined",
    ]);
  });

  it("waits for a value whose forms are not ready", async () => {
    const front = frontEnd();
    show({ [display]: async () => ({ "text/plain": "late" }) });
    await vi.waitFor(() => expect(front.of("display_data")[0]?.content.data["text/plain"]).toBe("late"));
  });

  it("and other handles show nothing when a cell ends with them", () => {
    frontEnd();
    const silent = { data: { "text/plain": "" }, metadata: {} };
    expect(bundleOf(show(3))).toEqual(silent);
    expect(bundleOf(progress(3))).toEqual(silent);
    expect(bundleOf(slider("β", { min: 0.2, max: 5 }).onChange(() => {}))).toEqual(silent);
  });

  it("is removed by clear", () => {
    const front = frontEnd();
    clear();
    clear({ wait: true });
    expect(front.of("clear_output").map(({ content }) => content)).toEqual([{ wait: false }, { wait: true }]);
  });
});
