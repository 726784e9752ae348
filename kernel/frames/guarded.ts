/** danfojs with its known defects mended: `describe` with missing values, `concat`, typed arrays as columns, plots. */

import { concatWith } from "./concat.js";
import type { Danfojs, DataFrame, FrameOptions } from "./danfojs.js";
import { describeWith } from "./describe.js";
import { plainColumn, plainData } from "./plain-columns.js";
import { plot } from "./plot.js";

type Constructor = new (data?: unknown, options?: FrameOptions) => object;

const writers = ["toCSV", "toJSON", "toExcel"] as const;

/**
 * The class whose instances the methods of danfojs make, with what only the exported subclass can: write itself. Of the two,
 * `df.head()` is one and `new DataFrame()` the other; exporting the first makes all frames alike.
 */
function common<C extends Constructor>(exported: C): C {
  const prototype = Object.getPrototypeOf(exported.prototype);
  for (const name of writers) prototype[name] = exported.prototype[name];
  return prototype.constructor as C;
}

/** The same class, whose constructor takes typed arrays. */
const withTypedArrays = <C extends Constructor>(frame: C): C =>
  new Proxy(frame, {
    construct: (target, [data, options = {}]: [unknown, FrameOptions?], newTarget) => {
      const index = plainColumn(options.index) as ArrayLike<unknown> | undefined;
      return Reflect.construct(target, [plainData(data), { ...options, ...(index && { index }) }], newTarget);
    },
  });

/** A column given as a typed array, a Series or an array is stored as an array of its own. */
function guardColumns(prototype: DataFrame): void {
  const { addColumn, $setColumnData } = prototype;
  const own = (values: unknown): unknown =>
    plainColumn((values as { $isSeries?: boolean })?.$isSeries ? (values as { values: unknown }).values : values);
  prototype.addColumn = function (column, values, options) {
    return addColumn.call(this, column, own(values), options);
  };
  prototype.$setColumnData = function (column, values) {
    const plain = own(values);
    $setColumnData.call(this, column, Array.isArray(plain) ? plain.slice() : plain);
  };
}

/**
 * The guarded exports. The prototypes of `danfojs` itself are changed, once for all, so that frames made by its own methods are
 * guarded too.
 */
export function guarded(danfojs: Danfojs): Danfojs {
  const DataFrame = withTypedArrays(common(danfojs.DataFrame));
  const Series = withTypedArrays(common(danfojs.Series));
  Object.assign(DataFrame.prototype, { describe: describeWith({ DataFrame, Series }), plot });
  Object.assign(Series.prototype, { plot });
  guardColumns(DataFrame.prototype);
  return { DataFrame, Series, concat: concatWith({ DataFrame, Series }) };
}
