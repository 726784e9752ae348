import { type ParseArgsConfig, parseArgs } from "node:util";
import { didYouMean } from "../nearest.js";
import { UsageError } from "./usage.js";

type Options = NonNullable<ParseArgsConfig["options"]>;

const help = { help: { type: "boolean", short: "h" } } as const;

type Parsed<T extends Options> = ReturnType<typeof parseArgs<{ options: T & typeof help; allowPositionals: true }>>;

const names = (options: Options): string[] => Object.keys(options).map((name) => `--${name}`);

const explained = (error: Error & { code?: string }, command: string, options: Options): UsageError => {
  const see = `See: liouville ${command} --help`;
  if (error.code !== "ERR_PARSE_ARGS_UNKNOWN_OPTION") return new UsageError(`${error.message.split(". ")[0]}. ${see}`);
  const word = /'(-[^']*)'/.exec(error.message)?.[1] ?? "";
  return new UsageError(`${command} has no option ${word}.${didYouMean(word, names(options))} ${see}`);
};

/**
 * Options and arguments of a command; every command knows `--help`.
 * @throws UsageError that names an unknown option and the one that was most likely meant.
 */
export const flagsOf = <T extends Options>(command: string, args: readonly string[], options: T): Parsed<T> => {
  const all = { ...options, ...help };
  try {
    return parseArgs({ args: [...args], options: all, allowPositionals: true }) as Parsed<T>;
  } catch (error) {
    throw explained(error as Error, command, all);
  }
};

/**
 * The number in an option.
 * @throws UsageError unless it is one, and above zero.
 */
export const positive = (name: string, text: string | undefined): number | undefined => {
  if (text === undefined) return undefined;
  const value = Number(text);
  if (Number.isFinite(value) && value > 0) return value;
  throw new UsageError(`--${name} is ${JSON.stringify(text)}, expected a number above zero`);
};
