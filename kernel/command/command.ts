/** A command of `liouville`: what it is called with, and its exit status. */
export interface Command {
  /** One line for the list of commands. */
  readonly summary: string;
  readonly help: string;
  run(args: readonly string[]): Promise<number>;
}
