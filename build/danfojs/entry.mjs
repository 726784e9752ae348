/** danfojs-node as liouville brings it: the same names, with the guards of kernel/frames. */

import * as danfojs from "danfojs-node";
import { guarded } from "../../kernel/frames/guarded.ts";

export const { DataFrame, Series, concat } = guarded(danfojs);
export {
  __version,
  Config,
  convertFunctionTotransformer,
  Dt,
  dateRange,
  getDummies,
  LabelEncoder,
  MinMaxScaler,
  merge,
  NDframe,
  OneHotEncoder,
  readCSV,
  readExcel,
  readJSON,
  StandardScaler,
  Str,
  streamCSV,
  streamCsvTransformer,
  streamJSON,
  tensorflow,
  toCSV,
  toDateTime,
  toExcel,
  toJSON,
  Utils,
} from "danfojs-node";
export { FrameError } from "../../kernel/frames/frame-error.ts";
