import { describe, expect, it } from "vitest";
import { paper001 } from "../../../src/derivations/index.js";

const { findings } = paper001.ledger();
const replayed = (certificates: (typeof findings)[number]["certificates"]) =>
  certificates.find(({ method }) => method === "replayed");
const scripted = findings.filter(({ statement }) => statement.steps);
const finding = (id: string) => findings.find(({ statement }) => statement.id === id)!;

describe("the replays of the first paper", () => {
  it.each(scripted.map((each) => [each.statement.id, each] as const))("(%s) is reached by its steps", (_, found) => {
    expect(found.reasons.filter((reason) => reason.startsWith("not replayed"))).toEqual([]);
    expect(replayed(found.certificates)!.instances).toBeGreaterThan(0);
  });

  it("are there for every equation", () => {
    const without = findings.filter(
      ({ statement: { kind, words, serves = [] }, certificates }) =>
        !words && (kind === "identity" || kind === "limit" || serves.length > 0) && !replayed(certificates),
    );
    expect(without.map(({ statement: { id } }) => id)).toEqual([]);
  });

  it("lead to no print that fails", () => {
    expect(findings.flatMap(({ reasons }) => reasons).filter((each) => /disagree/.test(each))).toEqual([]);
  });

  it("lead to corrections that the evaluation found", () => {
    for (const id of [
      "7.b",
      "8",
      "16.a",
      "23.b",
      "23.e",
      "27.o",
      "28",
      "36.b",
      "37",
      "44.c",
      "50.c",
      "54.v",
      "55",
      "56.h",
      "57.c",
      "57.d",
      "57.e",
      "57.f",
      "57.g",
      "57.h",
      "57.j",
    ]) {
      const { verdict, certificates } = finding(id);
      expect([id, verdict, certificates.map(({ method }) => method)]).toEqual([
        id,
        "misprint",
        ["evaluated", "replayed"],
      ]);
    }
  });

  it("rest on hypotheses, through all that they use, and on nothing else", () => {
    const kinds = new Map(findings.map(({ statement: { id, kind } }) => [id, kind]));
    expect(replayed(finding("7").certificates)!.rests).toEqual(["4.b", "4"]);
    expect(replayed(finding("22.a").certificates)!.rests).toEqual(["18.a"]);
    expect(replayed(finding("56.a").certificates)!.rests).toEqual(["18.a"]);
    expect(replayed(finding("58").certificates)!.rests).toEqual(["57.o"]);
    expect(replayed(finding("56").certificates)!.rests).toEqual(expect.arrayContaining(["4", "48", "50.b", "55.c"]));
    expect(replayed(finding("21.a").certificates)!.rests).toEqual(["9.a", "13"]);
    expect(replayed(finding("25").certificates)!.rests).toEqual(
      expect.arrayContaining(["9.a", "13", "23.d", "20", "23.a", "18.a"]),
    );
    const rests = findings.flatMap(({ certificates }) => replayed(certificates)?.rests ?? []);
    expect([...new Set(rests)].filter((id) => kinds.get(id) !== "hypothesis")).toEqual([]);
  });
});
