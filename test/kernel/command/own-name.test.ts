import { writeFileSync } from "node:fs";
import { delimiter, join } from "node:path";
import { expect, test } from "vitest";
import { ownName } from "../../../kernel/command/own-name.js";
import { folder } from "../../command/folder.js";

test("the command is called by its name where the shell finds it, and through npx elsewhere", () => {
  const [bin, other] = [folder(), folder()];
  writeFileSync(join(bin, process.platform === "win32" ? "liouville.cmd" : "liouville"), "");
  expect(ownName([other, bin].join(delimiter))).toBe("liouville");
  expect(ownName(other)).toBe("npx liouville");
  expect(ownName("")).toBe("npx liouville");
});
