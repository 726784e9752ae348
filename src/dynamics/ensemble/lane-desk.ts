import type { Harvest } from "./plan.js";

/** Which blocks of a run are still to be done, and what the others have left. */
export interface LaneDesk {
  /** Blocks that nobody has drawn yet. */
  left(): number;
  /** The number of the next block that nobody has drawn, if there is one. */
  draw(): number | undefined;
  /** The same, but first those that came back. */
  drawAny(): number | undefined;
  /** Takes back blocks that were drawn and not done. */
  back(numbers: Iterable<number>): void;
  /** Files the harvests of a block. */
  file(number: number, harvests: Harvest[]): void;
  /** Whether all are filed. */
  done(): boolean;
}

/** The blocks from `first` to the one before `count`, in whatever order they get done: `take` gets their harvests in the order of their numbers. */
export const laneDesk = (
  first: number,
  count: number,
  take: (number: number, harvests: Harvest[]) => void,
): LaneDesk => {
  const arrived = new Map<number, Harvest[]>();
  const returned: number[] = [];
  let [next, due] = [first, first];
  const draw = (): number | undefined => (next < count ? next++ : undefined);
  return {
    left: () => count - next,
    draw,
    drawAny: () => returned.pop() ?? draw(),
    back: (numbers) => {
      returned.push(...numbers);
    },
    file: (number, harvests) => {
      arrived.set(number, harvests);
      for (let ready = arrived.get(due); ready; ready = arrived.get(due)) {
        arrived.delete(due);
        take(due++, ready);
      }
    },
    done: () => due >= count,
  };
};
