/** `describe` of frames with missing values: danfojs throws at null and answers NaN for a single NaN. */

import type { Cell, Danfojs, DataFrame } from "./danfojs.js";
import { FrameError } from "./frame-error.js";

const statistics = ["count", "mean", "std", "min", "median", "max", "variance"];
const numeric = ["int32", "float32", "boolean"];

const isThere = (cell: Cell): boolean => cell !== null && cell !== undefined && !Number.isNaN(cell);

const noNumbers = ({ columns, dtypes }: DataFrame): FrameError =>
  new FrameError(
    "no numbers",
    `describe needs a column of numbers, and there is none among ${columns.map((name, c) => `${name} (${dtypes[c]})`).join(", ")}: convert one with asType, or describe a Series`,
  );

/**
 * Count, mean, standard deviation, least, median, greatest value and variance of each column of numbers or booleans, missing
 * values (null, undefined, NaN) left out. A column without any value has count 0 and NaN for the rest.
 * @throws FrameError when no column holds numbers.
 */
export const describeWith = ({ DataFrame, Series }: Pick<Danfojs, "DataFrame" | "Series">) =>
  function describe(this: DataFrame): DataFrame {
    const chosen = this.columns.map((_, c) => c).filter((c) => numeric.includes(this.dtypes[c]));
    if (chosen.length === 0) throw noNumbers(this);
    const columns = chosen.map((c) => {
      const cells = this.values.map((row) => row[c]).filter(isThere);
      return cells.length === 0
        ? [0, ...statistics.slice(1).map(() => Number.NaN)]
        : new Series(cells).describe().values;
    });
    const rows = statistics.map((_, s) => columns.map((column) => column[s]));
    return new DataFrame(rows, { index: statistics, columns: chosen.map((c) => this.columns[c]) });
  };
