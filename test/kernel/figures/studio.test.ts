import { expect, test } from "vitest";
import type { Order, Painting } from "../../../kernel/figures/painting.js";
import { openStudio } from "../../../kernel/figures/studio.js";

const order = (name: string): Order => ({
  figure: { data: [{ name }], layout: {} },
  size: { width: 20, height: 20 },
  scale: 2,
});
const nameOf = ({ figure }: Order): string => String(figure.data[0]!.name);
const wait = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));

/** A studio whose painters do what the name of the figure says. */
const studio = (terms = { patience: 60, idle: 1000 }) => {
  const log: string[] = [];
  let hired = 0;
  const service = openStudio(() => {
    const mine = ++hired;
    return {
      paint: async (asked): Promise<Painting> => {
        log.push(`${mine} starts ${nameOf(asked)}`);
        if (nameOf(asked) === "hangs") await new Promise(() => {});
        if (nameOf(asked) === "crashes") throw new Error("the painter died");
        await wait(10);
        log.push(`${mine} ends ${nameOf(asked)}`);
        return { png: nameOf(asked) };
      },
      kill: () => log.push(`${mine} killed`),
    };
  }, terms);
  return { service, log };
};

test("one figure at a time, in the order they came", async () => {
  const { service, log } = studio();
  const paintings = await Promise.all(["a", "b", "c"].map((name) => service.paint(order(name))));
  expect(paintings).toEqual([{ png: "a" }, { png: "b" }, { png: "c" }]);
  expect(log).toEqual(["1 starts a", "1 ends a", "1 starts b", "1 ends b", "1 starts c", "1 ends c"]);
  service.close();
});

test("a painter that hangs is killed, one that dies is replaced, and the next figure is drawn", async () => {
  const { service, log } = studio();
  const [hung, crashed, drawn] = await Promise.all(["hangs", "crashes", "c"].map((name) => service.paint(order(name))));
  expect(hung).toEqual({ reason: "the figure was not drawn within 0.06 s" });
  expect(crashed).toEqual({ reason: "the painter died" });
  expect(drawn).toEqual({ png: "c" });
  expect(log).toEqual(["1 starts hangs", "1 killed", "2 starts crashes", "2 killed", "3 starts c", "3 ends c"]);
  service.close();
});

test("warm starts one painter, idleness sends it away, a closed studio draws nothing", async () => {
  const { service, log } = studio({ patience: 60, idle: 20 });
  service.warm();
  service.warm();
  await service.paint(order("a"));
  await wait(60);
  expect(log).toEqual(["1 starts a", "1 ends a", "1 killed"]);
  service.close();
  expect(await service.paint(order("b"))).toEqual({ reason: "the service of static images is closed" });
});
