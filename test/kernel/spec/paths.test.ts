import { delimiter, join } from "node:path";
import { describe, expect, test } from "vitest";
import { ownFolder } from "../../../kernel/spec/own-folder.js";
import { dataDirs, type Place, runtimeDir, userDataDir } from "../../../kernel/spec/paths.js";

const place = (platform: NodeJS.Platform, env: Record<string, string> = {}): Place => ({
  platform,
  env,
  home: "/home/u",
});

describe("the user's data folder", () => {
  test.each<[string, Place, string]>([
    ["Linux", place("linux"), "/home/u/.local/share/jupyter"],
    ["Linux with XDG_DATA_HOME", place("linux", { XDG_DATA_HOME: "/x" }), "/x/jupyter"],
    ["macOS", place("darwin", { XDG_DATA_HOME: "/x" }), "/home/u/Library/Jupyter"],
    ["Windows", place("win32", { APPDATA: "/roaming" }), "/roaming/jupyter"],
    ["JUPYTER_DATA_DIR", place("darwin", { JUPYTER_DATA_DIR: "/d" }), "/d"],
  ])("on %s", (_, at, expected) => expect(userDataDir(at)).toBe(join(expected)));
});

test("connection files go below it, or where JUPYTER_RUNTIME_DIR says", () => {
  expect(runtimeDir(place("linux"))).toBe(join("/home/u/.local/share/jupyter/runtime"));
  expect(runtimeDir(place("linux", { JUPYTER_RUNTIME_DIR: "/r" }))).toBe("/r");
});

test("the search path is JUPYTER_PATH, the active environment, the user, the system", () => {
  const env = { JUPYTER_PATH: ["/a", "/b"].join(delimiter), VIRTUAL_ENV: "/venv" };
  expect(dataDirs(place("linux", env))).toEqual(
    [
      "/a",
      "/b",
      "/venv/share/jupyter",
      "/home/u/.local/share/jupyter",
      "/usr/local/share/jupyter",
      "/usr/share/jupyter",
    ].map((dir) => join(dir)),
  );
});

test("what the package makes for the user lies where the platform keeps such things", () => {
  expect(ownFolder(place("linux"))).toBe(join("/home/u/.local/share/liouville"));
  expect(ownFolder(place("darwin"))).toBe(join("/home/u/Library/Application Support/liouville"));
  expect(ownFolder(place("win32", { LOCALAPPDATA: "/local" }))).toBe(join("/local/liouville"));
});
