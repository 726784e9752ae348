/** A command line that cannot be carried out as it stands; the message says why and what to type instead. */
export class UsageError extends Error {
  override readonly name = "UsageError";
}
