/** Errors that TypeScript finds in a cell, as a Jupyter error with code frames. */

import { relative } from "node:path";

import ts = require("typescript");

import { codeFrame, cyan, red } from "./code-frame.js";
import type { Failure } from "./compilation.js";
import { missingModule } from "./missing-module.js";
import type { View } from "./service.js";

/** 7000–7999 ask for annotations where a type is implicitly `any`; a cell need not have them. */
const isStyle = ({ code }: ts.Diagnostic): boolean => code >= 7000 && code < 8000;

/** Errors of the cell and of the local files it imports. */
export function errorsOf({ program, file, locals }: View): ts.Diagnostic[] {
  return [file, ...locals]
    .flatMap((one) => [...program.getSyntacticDiagnostics(one), ...program.getSemanticDiagnostics(one)])
    .filter((diagnostic) => diagnostic.category === ts.DiagnosticCategory.Error && !isStyle(diagnostic));
}

const unfound = /^Cannot find module '([^']+)'/;

/** TypeScript's own hint that a promise was not waited for. */
const FORGOT_AWAIT = 2773;

/** The message with links between cells taken out, and the way out of a missing module. */
export function messageOf({ messageText, code, relatedInformation = [] }: ts.Diagnostic): string {
  const text = ts.flattenDiagnosticMessageText(messageText, "\n").replace(/import\("[^"]*cell\$\d*"\)\./g, "");
  if (code === 2632) return text.replace("because it is an import", "because it is a constant");
  const name = unfound.exec(text)?.[1];
  if (name) return missingModule(name);
  const hint = relatedInformation.find((one) => one.code === FORGOT_AWAIT);
  return hint ? `${text}\n${messageOf(hint as ts.Diagnostic)}` : text;
}

export interface Where {
  readonly cell: string;
  readonly code: string;
  /** Path of the file that holds the cell. */
  readonly current: string;
  readonly folder: string;
}

function entryOf(diagnostic: ts.Diagnostic, { cell, code, current, folder }: Where): string {
  const { file, start = 0, length = 1 } = diagnostic;
  const message = `${red(`TS${diagnostic.code}`)}: ${messageOf(diagnostic)}`;
  if (!file) return message;
  const { line, character: column } = file.getLineAndCharacterOfPosition(start);
  const isCell = file.fileName === current;
  const name = isCell ? cell : relative(folder, file.fileName);
  return `${cyan(`${name}:${line + 1}:${column + 1}`)} ${message}\n${codeFrame(isCell ? code : file.text, { line, column, length })}`;
}

/** The first error names the failure, all are in its traceback. */
export function failureOf(errors: readonly ts.Diagnostic[], ename: string, where: Where): Failure {
  const [first] = errors;
  return { ename, evalue: messageOf(first!), traceback: errors.map((error) => entryOf(error, where)) };
}
