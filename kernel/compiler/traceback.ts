/** Traces of errors: frames of compiled cells led back to their source, frames of the kernel and of the library left out. */

import { SourceMap, type SourceMapPayload } from "node:module";
import { fileURLToPath } from "node:url";
import { codeFrame, cyan, red } from "./code-frame.js";
import type { CompiledCell, Failure, Thrown } from "./compilation.js";

interface Remembered {
  readonly code: string;
  readonly map: string;
}

interface Frame {
  readonly name: string;
  readonly place: string;
  /** Counted from 1. */
  readonly line: number;
  readonly column: number;
  /** The text of the cell, where the frame is in one. */
  readonly code?: string;
}

export interface Tracer {
  remember(cell: string, code: string, compiled: Pick<CompiledCell, "map">): void;
  traceback(error: Thrown): Failure;
}

/** Cells whose sources are kept for traces. */
const rememberedLimit = 1000;
const frameLine = /^\s+at (?:async )?(?:(.*?) \()?([^()]*?):(\d+):(\d+)\)?$/;

function frameOf(line: string, cells: ReadonlyMap<string, Remembered>): Frame | undefined {
  const match = frameLine.exec(line);
  if (!match) return undefined;
  const [, name = "", place = ""] = match;
  const [generatedLine, generatedColumn] = [Number(match[3]), Number(match[4])];
  const cell = cells.get(place);
  if (!cell) return { name, place, line: generatedLine, column: generatedColumn };
  const map = new SourceMap(JSON.parse(cell.map) as SourceMapPayload);
  const entry = map.findEntry(generatedLine - 1, generatedColumn - 1);
  if (!("originalLine" in entry)) return undefined;
  return { name, place, line: entry.originalLine + 1, column: entry.originalColumn + 1, code: cell.code };
}

const pathOf = (place: string): string =>
  place.startsWith("file:") ? fileURLToPath(place.replace(/\?.*$/, "")) : place;

const rowOf = ({ name, place, line, column }: Frame): string =>
  `${cyan(`${pathOf(place)}:${line}:${column}`)}${name ? ` in ${name}` : ""}`;

/** Header and frames of one error; the innermost place in a cell is shown with its code. */
function section(stack: string, header: string, frames: readonly Frame[]): string[] {
  const shown = frames.findIndex(({ code }) => code !== undefined);
  const rows = frames.map((frame, k) =>
    k === shown
      ? `${rowOf(frame)}\n${codeFrame(frame.code!, { line: frame.line - 1, column: frame.column - 1 })}`
      : rowOf(frame),
  );
  return stack === "" ? [header] : [header, ...rows];
}

export function tracer(packageRoot: string): Tracer {
  const cells = new Map<string, Remembered>();
  const isInternal = ({ place, code }: Frame): boolean =>
    code === undefined &&
    (place.startsWith("node:") ||
      place === "native" ||
      ["dist", "kernel", "src", "node_modules"].some((own) => pathOf(place).startsWith(`${packageRoot}/${own}/`)));

  const framesOf = (stack: string): Frame[] =>
    stack
      .split("\n")
      .map((line) => frameOf(line, cells))
      .filter((frame) => frame !== undefined)
      .filter((frame) => !isInternal(frame));

  /** The stack of a cause is either a part of the text or an error of its own. */
  const sections = ({ name, message, stack, cause, errors = [] }: Thrown): string[] => {
    const [own = "", ...causes] = stack.split(/\n(?=Caused by: )/);
    const header = message === "" ? red(name) : `${red(name)}: ${message}`;
    const inText = causes.flatMap((text) => section(text, firstLines(text), framesOf(text)));
    const below = [
      ...(cause ? [{ title: "Caused by", error: cause }] : []),
      ...errors.map((error) => ({ title: "Holds", error })),
    ];
    return [
      ...section(own, header, framesOf(own)),
      ...inText,
      ...below.flatMap(({ title, error }) => {
        const [first = "", ...rest] = sections(error);
        return [`${title}: ${first}`, ...rest];
      }),
    ];
  };

  return {
    remember(cell, code, { map }) {
      cells.delete(cell);
      cells.set(cell, { code, map });
      if (cells.size > rememberedLimit) cells.delete(cells.keys().next().value!);
    },
    traceback: (error) => ({ ename: error.name, evalue: error.message, traceback: sections(error) }),
  };
}

const firstLines = (text: string): string => text.slice(0, /\n\s+at /.exec(text)?.index ?? text.length);
