/** Runs a command as a user's shell would, not as a script of npm. */

import { execFile } from "node:child_process";
import { delimiter } from "node:path";

export interface Ran {
  readonly status: number;
  readonly stdout: string;
  readonly stderr: string;
}

const ofNpm = /^(npm_(package|lifecycle|config_local_prefix|command|execpath|node_execpath)|INIT_CWD)/;

/** The environment without what `npm test` adds: the commands of the repository's own packages above all. */
const plain = (): NodeJS.ProcessEnv => {
  const env = Object.fromEntries(Object.entries(process.env).filter(([name]) => !ofNpm.test(name)));
  const isOwn = (dir: string) => dir.endsWith("node_modules/.bin") || dir.endsWith("node-gyp-bin");
  return {
    ...env,
    PATH: env.PATH?.split(delimiter)
      .filter((dir) => !isOwn(dir))
      .join(delimiter),
  };
};

/** Resolves whatever the exit status. */
export const run = (cwd: string, command: string, args: readonly string[], env: NodeJS.ProcessEnv = {}): Promise<Ran> =>
  new Promise((resolve, reject) => {
    const options = { cwd, env: { ...plain(), ...env }, maxBuffer: 1 << 26 };
    const child = execFile(command, args, options, (error, stdout, stderr) => {
      if (error && child.exitCode === null) reject(error);
      else resolve({ status: child.exitCode!, stdout, stderr });
    });
  });

/** @throws Error with everything the command said, when it fails. */
export const succeed = async (cwd: string, command: string, ...args: readonly string[]): Promise<string> => {
  const { status, stdout, stderr } = await run(cwd, command, args);
  if (status !== 0) throw new Error(`${[command, ...args].join(" ")}: exit status ${status}\n${stdout}${stderr}`);
  return stdout;
};
