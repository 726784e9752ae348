/** What the declarations of danfojs-node take from other packages. */

/** How `print` draws a table. */
export interface BaseUserConfig {
  border?: Record<string, string>;
  columnDefault?: ColumnConfig;
  drawVerticalLine?: (index: number, size: number) => boolean;
}

export interface ColumnConfig {
  alignment?: "left" | "center" | "right" | "justify";
  paddingLeft?: number;
  paddingRight?: number;
  truncate?: number;
  width?: number;
  wrapWord?: boolean;
}

export interface TableUserConfig {
  columns?: ColumnConfig[] | Record<number, ColumnConfig>;
  drawHorizontalLine?: (index: number, size: number) => boolean;
  header?: { content: string; alignment?: ColumnConfig["alignment"] };
  singleLine?: boolean;
}

/** How a CSV file is read. */
export interface ParseConfig {
  delimiter?: string;
  newline?: string;
  quoteChar?: string;
  escapeChar?: string;
  header?: boolean;
  transformHeader?: (header: string, index: number) => string;
  transform?: (value: string, field: string | number) => unknown;
  dynamicTyping?: boolean | Record<string, boolean>;
  preview?: number;
  comments?: false | string;
  skipEmptyLines?: boolean | "greedy";
  delimitersToGuess?: string[];
}

/** How a spreadsheet is read. */
export interface ParsingOptions {
  cellDates?: boolean;
  dateNF?: string;
  password?: string;
  raw?: boolean;
  sheetRows?: number;
  sheets?: number | string | (number | string)[];
}

/** How a spreadsheet is written. */
export interface WritingOptions {
  bookType?: string;
  cellDates?: boolean;
  compression?: boolean;
}

export type HeadersInit = Record<string, string>;

/** Plotly's configuration and layout, for plots that are not available in notebooks. */
export type Config = Record<string, unknown>;
export type Layout = Record<string, unknown>;

/** How a remote file is asked for. */
declare namespace request {
  interface RequiredUriUrl {
    url: string;
  }
  interface CoreOptions {
    method?: string;
    headers?: Record<string, string>;
  }
}
export default request;
