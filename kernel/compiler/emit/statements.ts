/** Top-level statements of a cell, each followed by the mark of what it has declared. */

import ts = require("typescript");

import { isAmbient, isNamedStatement, isTypeStatement, isUsing, isVar } from "../declarations.js";
import { boxed, type Emission, scopeCall, statementOf } from "./context.js";
import { importStatements } from "./imports.js";
import { assignments, initialises, namesIn, resets } from "./variables.js";

const isExport = ({ kind }: ts.Node): boolean =>
  kind === ts.SyntaxKind.ExportKeyword || kind === ts.SyntaxKind.DefaultKeyword;

/** The declaration without `export`, which has no meaning in a cell. */
function unexported<T extends ts.Statement>({ factory }: Emission, statement: T): ts.Statement {
  const modifiers = ts.canHaveModifiers(statement)
    ? statement.modifiers?.filter((modifier) => !isExport(modifier))
    : undefined;
  const node: ts.Statement = statement;
  if (ts.isFunctionDeclaration(node)) {
    const { asteriskToken, name, typeParameters, parameters, type, body } = node;
    return factory.updateFunctionDeclaration(
      node,
      modifiers,
      asteriskToken,
      name,
      typeParameters,
      parameters,
      type,
      body,
    );
  }
  if (ts.isClassDeclaration(node)) {
    const all = node.modifiers?.filter((modifier) => !isExport(modifier));
    return factory.updateClassDeclaration(
      node,
      all,
      node.name,
      node.typeParameters,
      node.heritageClauses,
      node.members,
    );
  }
  const plain = modifiers?.filter(ts.isModifier);
  if (ts.isEnumDeclaration(node)) return factory.updateEnumDeclaration(node, plain, node.name, node.members);
  if (ts.isModuleDeclaration(node)) return factory.updateModuleDeclaration(node, plain, node.name, node.body);
  return node;
}

function variableStatements(emission: Emission, statement: ts.VariableStatement): ts.Statement[] {
  const { declarationList: list } = statement;
  if (isUsing(list)) return [emission.visit(statement)];
  const fresh = isVar(list) ? unseen(emission, namesIn(list)) : [];
  const reset = initialises(list) ? [] : resets(emission, fresh, statement);
  return [...reset, ...assignments(emission, list).map((expression) => statementOf(emission, expression, expression))];
}

/** `var` names not yet declared by an earlier statement of the cell. */
const unseen = ({ declaredVars }: Emission, names: readonly string[]): string[] =>
  names.filter((name) => !declaredVars.has(name) && declaredVars.add(name));

/** A class, enum or namespace keeps its own binding and fills its box when it stands. */
function namedStatements(emission: Emission, statement: ts.Statement & { name?: ts.Node }): ts.Statement[] {
  const { name } = statement;
  if (!name) return []; // an anonymous default export
  const filled = emission.boxes.declaredBy(statement).map((text) => fill(emission, text, statement));
  return [emission.visit(unexported(emission, statement)), ...filled];
}

const fill = (emission: Emission, name: string, at: ts.Node): ts.Statement =>
  statementOf(
    emission,
    emission.factory.createAssignment(boxed(emission, name), emission.factory.createIdentifier(name)),
    at,
  );

/** `import A = N.B` reads a member of a namespace. */
function aliasStatements(emission: Emission, { name, moduleReference }: ts.ImportEqualsDeclaration): ts.Statement[] {
  if (ts.isExternalModuleReference(moduleReference) || !emission.boxes.meanings.get(name.text)?.value) return [];
  const { factory } = emission;
  const read = (entity: ts.EntityName): ts.Expression =>
    ts.isIdentifier(entity)
      ? emission.visit(entity)
      : factory.createPropertyAccessExpression(read(entity.left), entity.right.text);
  return [statementOf(emission, factory.createAssignment(boxed(emission, name.text), read(moduleReference)), name)];
}

function translate(emission: Emission, statement: ts.Statement): ts.Statement[] {
  if (isTypeStatement(statement) || isAmbient(statement) || ts.isExportDeclaration(statement)) return [];
  if (ts.isImportDeclaration(statement)) return importStatements(emission, statement);
  if (ts.isImportEqualsDeclaration(statement)) return aliasStatements(emission, statement);
  if (ts.isVariableStatement(statement)) return variableStatements(emission, statement);
  if (ts.isFunctionDeclaration(statement))
    return statement.name ? [emission.visit(unexported(emission, statement))] : [];
  if (isNamedStatement(statement)) return namedStatements(emission, statement);
  if (ts.isExportAssignment(statement)) return [statementOf(emission, emission.visit(statement.expression), statement)];
  const reset = resets(emission, unseen(emission, emission.boxes.declaredBy(statement)), statement);
  return [...reset, emission.visit(statement)];
}

/** The position of the statement whose value the cell shows: the last one, types and empty statements aside. */
function lastExpression(statements: readonly ts.Statement[]): number {
  const isSilent = (node: ts.Statement) =>
    ts.isEmptyStatement(node) || isTypeStatement(node) || ts.isExportDeclaration(node) || isAmbient(node);
  const last = statements.findLastIndex((statement) => !isSilent(statement));
  const node = statements[last];
  return node && (ts.isExpressionStatement(node) || ts.isExportAssignment(node)) ? last : -1;
}

function returned({ factory }: Emission, statements: readonly ts.Statement[]): ts.Statement[] {
  const only = statements[0] as ts.ExpressionStatement;
  return [ts.setTextRange(factory.createReturnStatement(only.expression), only)];
}

/** The body of the cell's function, and the names behind each mark. Functions come first, as they are hoisted. */
export function bodyOf(
  emission: Emission,
  own: readonly ts.Statement[],
): { statements: ts.Statement[]; declared: string[][] } {
  const { factory, boxes } = emission;
  const declared: string[][] = [];
  const mark = (names: string[]): ts.Statement[] => {
    if (names.length === 0) return [];
    declared.push(names);
    const call = scopeCall(emission, "mark", [factory.createNumericLiteral(declared.length)]);
    return [factory.createExpressionStatement(call)];
  };
  const functions = own.filter((node) => ts.isFunctionDeclaration(node));
  const hoisted = [...new Set(functions.flatMap(boxes.declaredBy))];
  const head = [...hoisted.map((name) => fill(emission, name, functions[0]!)), ...mark(hoisted)];
  const last = lastExpression(own);
  const rest = own.flatMap((statement, k) => {
    const translated = translate(emission, statement);
    if (k === last) return returned(emission, translated);
    return [...translated, ...mark(ts.isFunctionDeclaration(statement) ? [] : boxes.declaredBy(statement))];
  });
  return { statements: [...head, ...rest], declared };
}
