import { plain } from "../notebook/ansi.js";

/** Prints lines on standard output; colours go out only to a terminal, and not where `NO_COLOR` is set. */
export const say = (text: string): void => {
  const coloured = process.stdout.isTTY && !process.env.NO_COLOR;
  process.stdout.write(`${coloured ? text : plain(text)}\n`);
};
