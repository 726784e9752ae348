/** The notebook format, nbformat 4.5, as it is held in memory: every text is one string (on disk texts are lists of lines). */

export type Json = null | boolean | number | string | Json[] | { [name: string]: Json };
export type Metadata = Record<string, unknown>;
/** Data of one output by MIME type: text, base64 for images, a JSON value for `application/json` and `…+json`. */
export type MimeData = Record<string, unknown>;

export interface Stream {
  output_type: "stream";
  name: "stdout" | "stderr";
  text: string;
}
export interface DisplayData {
  output_type: "display_data";
  data: MimeData;
  metadata: Metadata;
}
export interface ExecuteResult {
  output_type: "execute_result";
  execution_count: number | null;
  data: MimeData;
  metadata: Metadata;
}
export interface ErrorOutput {
  output_type: "error";
  ename: string;
  evalue: string;
  traceback: string[];
}
export type Output = Stream | DisplayData | ExecuteResult | ErrorOutput;

export interface CodeCell {
  cell_type: "code";
  id: string;
  source: string;
  metadata: Metadata;
  execution_count: number | null;
  outputs: Output[];
}
export interface TextCell {
  cell_type: "markdown" | "raw";
  id: string;
  source: string;
  metadata: Metadata;
  attachments?: Record<string, MimeData>;
}
export type Cell = CodeCell | TextCell;

export interface Notebook {
  nbformat: 4;
  nbformat_minor: number;
  metadata: Metadata;
  cells: Cell[];
}

/** Is the data of this MIME type a JSON value, rather than text? */
export const isJsonMime = (mime: string): boolean =>
  mime === "application/json" || /^application\/.*\+json$/.test(mime);

/** The tags of a cell, by which papermill, nbclient and nbval steer what is done with it. */
export const tagsOf = ({ metadata }: Cell): readonly string[] => (Array.isArray(metadata.tags) ? metadata.tags : []);

/** Whether an output shows anything: a display that was emptied, as that of a progress bar which has ended, does not. */
export const isVisible = (output: Output): boolean => !("data" in output) || Object.keys(output.data).length > 0;
