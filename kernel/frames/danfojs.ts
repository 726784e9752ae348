/** The part of danfojs-node the guards touch. Its own types promise more than its values keep, so these are what is met. */

export type Cell = unknown;

export interface FrameOptions {
  index?: ArrayLike<unknown>;
  columns?: readonly string[];
  dtypes?: readonly string[];
}

export interface Series {
  readonly $isSeries: true;
  readonly columns: readonly string[];
  readonly dtypes: readonly string[];
  readonly values: readonly Cell[];
  describe(): Series;
  plot(element?: string): never;
}

export interface DataFrame {
  readonly $isSeries: false;
  readonly columns: readonly string[];
  readonly dtypes: readonly string[];
  readonly index: readonly (string | number)[];
  readonly values: readonly (readonly Cell[])[];
  describe(): DataFrame;
  plot(element?: string): never;
  addColumn(column: string, values: unknown, options?: object): DataFrame | undefined;
  $setColumnData(column: string, values: unknown): void;
}

export interface Concatenation {
  dfList: readonly (DataFrame | Series)[];
  /** 0 puts rows under rows, 1 columns beside columns. */
  axis: 0 | 1;
}

export interface Danfojs {
  DataFrame: new (data?: unknown, options?: FrameOptions) => DataFrame;
  Series: new (data?: unknown, options?: FrameOptions) => Series;
  concat(concatenation: Concatenation): DataFrame | Series;
}
