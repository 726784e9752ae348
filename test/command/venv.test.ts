import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, utimesSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { describe, expect, onTestFinished, test, vi } from "vitest";
import { alone } from "../../kernel/command/lock.js";
import { findPython } from "../../kernel/command/python.js";
import { ensureVenv, VenvError } from "../../kernel/command/venv.js";
import { folder } from "./folder.js";
import { liouville } from "./liouville.js";

const python = findPython();
if (!python && process.env.CI) throw new Error("no Python for the tests");
if (!python) console.warn("Tests that need Python are skipped: there is none from 3.10");

describe.skipIf(!python)("a Python environment", () => {
  test("is made once, also when asked for twice at a time, and anew for other requirements", async () => {
    const dir = join(folder(), "venv");
    const said: string[] = [];
    const say = (line: string) => said.push(line);
    const [one, other] = await Promise.all([ensureVenv(dir, [], say), ensureVenv(dir, [], say)]);
    expect(one).toEqual(other);
    expect(existsSync(one.python)).toBe(true);
    expect(said).toHaveLength(1);
    const made = statSync(one.python, { bigint: true }).birthtimeNs;
    await ensureVenv(dir, [], say);
    expect(said).toHaveLength(1);
    expect(statSync(one.python, { bigint: true }).birthtimeNs).toBe(made);
  });

  test("that cannot be had is told, and nothing is left of it", async () => {
    const parent = folder();
    const impossible = join(parent, "no-such-folder");
    await expect(ensureVenv(join(parent, "venv"), [impossible])).rejects.toThrow(`pip install ${impossible} failed`);
    expect(readdirSync(parent)).toEqual([]);
  });
});

describe("a folder that is not ours", () => {
  const taken = (): { dir: string; kept: string } => {
    const dir = join(folder(), "thesis");
    mkdirSync(join(dir, "chapter"), { recursive: true });
    writeFileSync(join(dir, "chapter", "one.tex"), "years of work");
    return { dir, kept: join(dir, "chapter", "one.tex") };
  };
  test("is refused before anything is done, by the command too", async () => {
    const { dir, kept } = taken();
    const said: string[] = [];
    const refused = ensureVenv(dir, [], (line) => said.push(line));
    await expect(refused).rejects.toThrow(VenvError);
    await expect(refused).rejects.toThrow(`${dir} exists and is not ours`);
    const { status, stderr } = await liouville(["lab", "--venv", dir]);
    expect(status).not.toBe(0);
    expect(stderr).toContain(`${dir} exists and is not ours`);
    expect(readFileSync(kept, "utf8")).toBe("years of work");
    expect([said, readdirSync(dir), readdirSync(dirname(dir))]).toEqual([[], ["chapter"], ["thesis"]]);
  });
  test("may be a file: it is kept", async () => {
    const { kept } = taken();
    await expect(ensureVenv(kept, [])).rejects.toThrow(`${kept} is no folder`);
    expect(readFileSync(kept, "utf8")).toBe("years of work");
  });
  test.skipIf(!python)("an empty one is taken, and so is one that was left unfinished", async () => {
    const dir = join(folder(), "venv");
    mkdirSync(dir);
    await ensureVenv(dir, []);
    const [stamp] = readdirSync(dir).filter((name) => name.startsWith("liouville-"));
    writeFileSync(join(dir, stamp!), "being made\n");
    writeFileSync(join(dir, "rest"), "of an earlier attempt");
    const { python: made } = await ensureVenv(dir, []);
    expect([existsSync(made), existsSync(join(dir, "rest"))]).toEqual([true, false]);
  });
});

test("without Python it says how to get one", async () => {
  vi.stubEnv("PATH", folder());
  onTestFinished(() => void vi.unstubAllEnvs());
  await expect(ensureVenv(join(folder(), "venv"), [])).rejects.toThrow(
    /no Python from 3\.10 was found .*apt install python3/,
  );
});

describe("a lock", () => {
  test("lets one job work at a time", async () => {
    const path = join(folder(), "deep", "lock");
    let working = 0;
    const job = async () => {
      expect(++working).toBe(1);
      await new Promise((done) => setTimeout(done, 20));
      working--;
    };
    await Promise.all([1, 2, 3].map(() => alone(path, job)));
  });
  test("of a process that is gone does not hold", async () => {
    const dir = folder();
    mkdirSync(dir, { recursive: true });
    writeFileSync(join(dir, "lock"), "999999999");
    expect(await alone(join(dir, "lock"), async () => "worked")).toBe("worked");
    const longAgo = Date.now() / 1000 - 60;
    writeFileSync(join(dir, "lock"), ""); // its writer died before it had written
    utimesSync(join(dir, "lock"), longAgo, longAgo);
    expect(await alone(join(dir, "lock"), async () => "worked")).toBe("worked");
    expect(readdirSync(dir)).toEqual([]);
  });
});
