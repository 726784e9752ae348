import { join, resolve } from "node:path";
import { dataDirs } from "../../spec/paths.js";
import type { Command } from "../command.js";
import { flagsOf } from "../flags.js";
import { say } from "../say.js";
import { UsageError } from "../usage.js";
import { describeFinding, type Finding, type Look } from "./finding.js";
import { extensionIsInstalled, kernelspecIsInstalled, serverIsBuilt } from "./installation.js";
import { kernelRuns } from "./kernel-runs.js";
import { browserIsThere, labIsThere, nodeIsNewEnough, zeromqLoads } from "./surroundings.js";

const help = `liouville doctor [--prefix P]

Looks at everything that notebooks need, and says of each thing missing which command mends it.
Exit status 1 when something is missing without which no notebook can be executed; a Jupyter that does not know the kernel is said, and is none of it.

  --prefix P   look for the kernelspec and the extension below P first, as "install --prefix P" wrote them
`;

const looks: readonly Look[] = [
  nodeIsNewEnough,
  zeromqLoads,
  serverIsBuilt,
  kernelRuns,
  kernelspecIsInstalled,
  extensionIsInstalled,
  labIsThere,
  browserIsThere,
];

const examine = async (dirs: readonly string[]): Promise<number> => {
  const findings: Finding[] = [];
  for (const look of looks) {
    const finding = await look(dirs);
    findings.push(finding);
    say(describeFinding(finding));
  }
  const missing = findings.filter(({ ok, needed }) => needed && !ok).length;
  say(
    missing === 0
      ? "everything needed is there"
      : `${missing} needed ${missing === 1 ? "thing is" : "things are"} missing`,
  );
  return missing === 0 ? 0 : 1;
};

export const doctor: Command = {
  summary: "say what is missing and how to mend it",
  help,
  async run(args) {
    const { values, positionals } = flagsOf("doctor", args, { prefix: { type: "string" } } as const);
    if (positionals.length > 0) throw new UsageError(`doctor takes no arguments, but was given ${positionals[0]}`);
    if (values.help) {
      say(help.trimEnd());
      return 0;
    }
    const own = values.prefix === undefined ? [] : [join(resolve(values.prefix), "share", "jupyter")];
    return examine([...own, ...dataDirs()]);
  },
};
