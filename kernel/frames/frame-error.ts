/** What can go wrong with a frame, as a closed list. */
export type FrameFault = "plot" | "no numbers" | "wide integer";

/** An error of liouville's guards around danfojs, with its kind in `fault`. */
export class FrameError extends Error {
  override readonly name = "FrameError";
  constructor(
    readonly fault: FrameFault,
    message: string,
  ) {
    super(message);
  }
}
