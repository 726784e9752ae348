import { didYouMean } from "../nearest.js";
import type { Command } from "./command.js";
import { flagsOf } from "./flags.js";
import { say } from "./say.js";
import { UsageError } from "./usage.js";

const help = `liouville ledger PAPER [--json] [--seed WORDS]

Judges every equation of a paper and says of each what it is worth: whether it holds as printed, what it follows from,
the systems it was evaluated on and the steps it was replayed in; misprints with the smallest change that holds.

  PAPER          its number: 001
  --json         as JSON: [{ equation, kind, printed, verdict, corrected?, from, certificates, reason? }]
  --seed WORDS   other concrete systems; the same words, the same systems

Exit status 0 when the paper could be judged, 2 for a wrong command line.
`;

const options = { json: { type: "boolean" }, seed: { type: "string" } } as const;

/** The papers by their numbers; the library is loaded only when one is asked for. */
const papers = async () => {
  const { derivations } = await import("../../src/index.js");
  return new Map(Object.values(derivations).map((derivation) => [derivation.paper.key, derivation]));
};

const judged = async (key: string, { json, seed }: { json?: boolean; seed?: string }): Promise<string> => {
  const known = await papers();
  const derivation = known.get(key);
  if (!derivation)
    throw new UsageError(
      `there is no paper ${key}.${didYouMean(key, [...known.keys()])} There is ${[...known.keys()]}`,
    );
  const library = await import("../../src/index.js");
  const ledger = seed === undefined ? derivation.ledger() : derivation.check(library.random.stream(seed));
  return json ? JSON.stringify(ledger.rows, undefined, 2) : String(ledger[library.display]()["text/plain"]);
};

export const ledger: Command = {
  summary: "judge every equation of a paper",
  help,
  async run(args) {
    const { values, positionals } = flagsOf("ledger", args, options);
    if (values.help) {
      say(help.trimEnd());
      return 0;
    }
    const [key, more] = positionals;
    if (key === undefined) throw new UsageError("ledger needs the number of a paper: liouville ledger 001");
    if (more !== undefined) throw new UsageError(`ledger takes one paper, but was given ${more} too`);
    if (values.seed === "") throw new UsageError("--seed is empty, expected any words");
    say(await judged(key, values));
    return 0;
  },
};
