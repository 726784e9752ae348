import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { hbox, vbox } from "../../../kernel/widgets/box.js";
import { button } from "../../../kernel/widgets/button.js";
import { checkbox } from "../../../kernel/widgets/checkbox.js";
import { dropdown } from "../../../kernel/widgets/dropdown.js";
import { output } from "../../../kernel/widgets/output.js";
import { slider } from "../../../kernel/widgets/slider.js";
import { text } from "../../../kernel/widgets/text.js";
import { frontEnd } from "./front-end.js";

/** What `get_state()` of each model of ipywidgets 8.1.9 gives. */
const { models } = JSON.parse(readFileSync(new URL("ipywidgets-models.json", import.meta.url), "utf8")) as {
  models: Record<string, { identity: Record<string, unknown>; keys: string[] }>;
};
/** Left to the defaults of the front end: the looks of a layout and of a style. */
const looks = /^(Layout|.*Style)Model$/;

const front = frontEnd();
slider("β", { min: 0.2, max: 5 });
slider("N", { min: 2, max: 5 });
dropdown("word", ["BAOAB", "ABOBA"]);
checkbox("noise");
text("V");
button("Run");
output();
hbox();
vbox();
const opened = front.of("comm_open").map(({ content }) => content.data.state);

describe("against the models of ipywidgets", () => {
  it("all have been opened", () => {
    expect(new Set(opened.map((state) => state._model_name))).toEqual(new Set(Object.keys(models)));
  });

  it.each(opened.map((state) => [state._model_name as string, state] as const))("%s", (name, state) => {
    const { identity, keys } = models[name]!;
    expect(state).toMatchObject(identity);
    const own = Object.keys(state).sort();
    if (looks.test(name)) expect(keys).toEqual(expect.arrayContaining(own));
    else expect(own).toEqual(keys);
  });
});
