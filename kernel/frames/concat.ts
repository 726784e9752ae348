/** `concat` that leaves its inputs alone: danfojs appends to the columns of the first frame, and overflows the stack beyond 10⁵ rows. */

import type { Cell, Concatenation, Danfojs, DataFrame, Series } from "./danfojs.js";

type Column = readonly Cell[];

interface Block {
  readonly names: readonly string[];
  readonly rows: number;
  column(name: string): Column | undefined;
}

function blockOf(frame: DataFrame | Series): Block {
  const names = frame.columns;
  const columns = frame.$isSeries ? [frame.values] : names.map((_, c) => frame.values.map((row) => row[c]));
  return { names, rows: frame.values.length, column: (name) => columns[names.indexOf(name)] };
}

const nothing = (count: number): Column => new Array(count).fill(Number.NaN);

/** Rows under rows; a column that a frame lacks is NaN there. */
function under(blocks: readonly Block[]): Map<string, Column> {
  const names = new Set(blocks.flatMap((block) => block.names));
  const joined = (name: string): Column => blocks.flatMap((block) => block.column(name) ?? nothing(block.rows));
  return new Map([...names].map((name) => [name, joined(name)]));
}

/** The name, with the least number behind it that makes it new: x, x1, x2. */
function newName(name: string, taken: ReadonlyMap<string, unknown>): string {
  let number = 0;
  while (taken.has(number === 0 ? name : `${name}${number}`)) number++;
  return number === 0 ? name : `${name}${number}`;
}

/** Columns beside columns; shorter ones end in NaN. */
function beside(blocks: readonly Block[]): Map<string, Column> {
  const rows = blocks.reduce((most, block) => Math.max(most, block.rows), 0);
  const columns = new Map<string, Column>();
  for (const block of blocks) {
    for (const name of block.names) {
      columns.set(newName(name, columns), [...(block.column(name) ?? []), ...nothing(rows - block.rows)]);
    }
  }
  return columns;
}

/** As danfojs has it: rows under rows of a single column make a Series. */
export const concatWith =
  ({ DataFrame, Series }: Pick<Danfojs, "DataFrame" | "Series">) =>
  ({ dfList, axis }: Concatenation): DataFrame | Series => {
    const blocks = dfList.map(blockOf);
    const columns = axis === 1 ? beside(blocks) : under(blocks);
    const all = [...columns.values()];
    if (axis !== 1 && all.length === 1) return new Series(all[0]);
    const rows = (all[0] ?? []).map((_, r) => all.map((column) => column[r]));
    return new DataFrame(rows, { columns: [...columns.keys()] });
  };
