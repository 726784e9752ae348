import { expect, test } from "vitest";
import { themedLayout, themedLayoutText } from "../../extension/src/themed-layout.js";

const light = { text: "#111111", quiet: "#777777", grid: "#dddddd", dark: false };
const dark = { ...light, text: "#eeeeee", dark: true };
type Tree = { [name: string]: Tree & string };
const templateOf = (layout: Record<string, unknown>, colours = light): Tree =>
  (themedLayout(layout, colours).template as Tree).layout!;

test("a plain figure takes the page's colours on a clear ground", () => {
  const template = templateOf({ title: { text: "V" } });
  expect(template.font!.color).toBe("#111111");
  expect(template.paper_bgcolor).toBe("rgba(0,0,0,0)");
  for (const axis of [template.xaxis, template.scene!.zaxis, template.polar!.radialaxis, template.ternary!.aaxis]) {
    expect(axis).toMatchObject({ gridcolor: "#dddddd", linecolor: "#777777" });
  }
});

test("what a figure says itself stays, and the figure is not changed", () => {
  const layout = { font: { color: "red" }, xaxis: { gridcolor: "blue" } };
  const copy = structuredClone(layout);
  expect(themedLayout(layout, dark)).toMatchObject(copy);
  expect(layout).toEqual(copy);
  const grounded = { paper_bgcolor: "white" };
  expect(themedLayout(grounded, dark)).toBe(grounded);
});

test("a template gives way in the dark, and only in its colours", () => {
  const own = {
    data: { bar: [{}] },
    layout: {
      font: { color: "#2a3f5f", size: 14 },
      xaxis: { gridcolor: "white", automargin: true },
      colorway: ["red"],
    },
  };
  const layout = { template: own };
  expect(themedLayout(layout, light)).toBe(layout);
  const themed = templateOf(layout, dark);
  expect(themed.font).toEqual({ color: "#eeeeee", size: 14 });
  expect(themed.xaxis).toMatchObject({ gridcolor: "#dddddd", automargin: true });
  expect(themed.colorway).toEqual(["red"]);
  expect((themedLayout(layout, dark).template as Tree).data).toEqual(own.data);
});

test("Plotly's hues are lighter in the dark", () => {
  expect(templateOf({}, dark).colorway).toHaveLength(10);
  expect(templateOf({}, light).colorway).toBeUndefined();
});

test("its text is enough to run it", () => {
  const copy = new Function(`return ${themedLayoutText()}`)() as typeof themedLayout;
  const layout = { template: { layout: { polar: { radialaxis: { angle: 3 } } } } };
  expect(copy(layout, dark)).toEqual(themedLayout(layout, dark));
});
