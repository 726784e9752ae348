/** Rewriting within expressions and nested statements: references to boxes, imports, awaits. */

import ts = require("typescript");

import { isAmbient, isVar } from "../declarations.js";
import { boxed, type Emission, named, scopeCall, sequence } from "./context.js";
import { assignments, forInitializer } from "./variables.js";

/** The expression a node stands for once parentheses and type assertions are taken away. */
const isWrapper = (node: ts.Node): boolean =>
  ts.isParenthesizedExpression(node) ||
  ts.isAssertionExpression(node) ||
  ts.isNonNullExpression(node) ||
  ts.isSatisfiesExpression(node);

/** Is the identifier what is called, so that its box must not become `this`? */
function isCalled(node: ts.Node): boolean {
  let inner = node;
  while (isWrapper(inner.parent)) inner = inner.parent;
  const { parent } = inner;
  return (
    (ts.isCallExpression(parent) && parent.expression === inner) ||
    (ts.isTaggedTemplateExpression(parent) && parent.tag === inner)
  );
}

const unended = <T extends ts.Node>(node: T): T => ts.setEmitFlags(node, ts.EmitFlags.NoTrailingSourceMap);

const isDeclaredName = (node: ts.Identifier): boolean =>
  ((ts.isFunctionDeclaration(node.parent) || ts.isClassDeclaration(node.parent)) && node.parent.name === node) ||
  ((ts.isEnumDeclaration(node.parent) || ts.isModuleDeclaration(node.parent)) && node.parent.name === node);

function reference(emission: Emission, node: ts.Identifier): ts.Expression {
  const name = isDeclaredName(node) ? undefined : emission.boxes.refers(node);
  if (name === undefined) return node;
  const access = boxed(emission, name, node);
  if (!isCalled(node)) return access;
  const { factory } = emission;
  // V8 places the call behind the parenthesis: without a mark of its end that is still the name.
  const comma = factory.createComma(factory.createNumericLiteral(0), unended(access));
  return unended(ts.setTextRange(factory.createParenthesizedExpression(comma), node));
}

function shorthand(emission: Emission, node: ts.ShorthandPropertyAssignment): ts.ObjectLiteralElementLike {
  const { factory } = emission;
  const name = emission.boxes.refers(node.name);
  if (name === undefined) return ts.visitEachChild(node, emission.visit, emission.context);
  const initial = node.objectAssignmentInitializer;
  const access = boxed(emission, name, node.name);
  const value = initial
    ? factory.createAssignment(access, named(emission, name, initial, emission.visit(initial)))
    : access;
  return ts.setTextRange(factory.createPropertyAssignment(name, value), node);
}

const namingOperators = new Set([
  ts.SyntaxKind.EqualsToken,
  ts.SyntaxKind.BarBarEqualsToken,
  ts.SyntaxKind.AmpersandAmpersandEqualsToken,
  ts.SyntaxKind.QuestionQuestionEqualsToken,
]);

/** `f = () => …` keeps naming the function. */
function binary(emission: Emission, node: ts.BinaryExpression): ts.Expression {
  const { left, operatorToken, right } = node;
  const name =
    ts.isIdentifier(left) && namingOperators.has(operatorToken.kind) ? emission.boxes.refers(left) : undefined;
  if (name === undefined) return ts.visitEachChild(node, emission.visit, emission.context);
  const value = named(emission, name, right, emission.visit(right));
  return emission.factory.updateBinaryExpression(node, emission.visit(left), operatorToken, value);
}

const importMeta = ({ factory, url }: Emission): ts.Expression =>
  factory.createObjectLiteralExpression([factory.createPropertyAssignment("url", factory.createStringLiteral(url))]);

/** Rules that hold at any depth; undefined where none applies. */
function anywhere(emission: Emission, node: ts.Node): ts.Node | undefined {
  if (ts.isIdentifier(node)) return reference(emission, node);
  if (ts.isShorthandPropertyAssignment(node)) return shorthand(emission, node);
  if (ts.isBinaryExpression(node)) return binary(emission, node);
  if (ts.isMetaProperty(node) && node.keywordToken === ts.SyntaxKind.ImportKeyword) return importMeta(emission);
  if (ts.isCallExpression(node) && node.expression.kind === ts.SyntaxKind.ImportKeyword)
    return ts.setTextRange(scopeCall(emission, "import", node.arguments.slice(0, 1).map(emission.visit)), node);
  if (ts.isTypeNode(node) && !ts.isExpressionWithTypeArguments(node)) return node;
  return undefined;
}

/** `for await` asks in each turn whether the cell has been interrupted. */
function forAwait(emission: Emission, node: ts.ForOfStatement): ts.ForOfStatement {
  const { factory } = emission;
  emission.awaits();
  const still = factory.createExpressionStatement(scopeCall(emission, "still", []));
  const body = ts.isBlock(node.statement) ? node.statement.statements : [node.statement];
  const block = factory.createBlock([still, ...body], true);
  return factory.updateForOfStatement(node, node.awaitModifier, node.initializer, node.expression, block);
}

/** `var` declared in a loop, a branch or a block of the top level. */
function hoisted(emission: Emission, list: ts.VariableDeclarationList): ts.Node | undefined {
  const { factory } = emission;
  const { parent } = list;
  if (!isVar(list) || isAmbient(parent)) return undefined;
  if (ts.isVariableStatement(parent)) {
    const all = assignments(emission, list);
    return all.length > 0 ? factory.createExpressionStatement(sequence(emission, all)) : factory.createEmptyStatement();
  }
  return forInitializer(emission, list, !ts.isForStatement(parent));
}

/** Rules that hold outside functions only. */
function outside(emission: Emission, node: ts.Node): ts.Node | undefined {
  const { factory, visit, context } = emission;
  if (ts.isAwaitExpression(node)) {
    emission.awaits();
    return ts.setTextRange(
      scopeCall(emission, "still", [factory.updateAwaitExpression(node, visit(node.expression))]),
      node,
    );
  }
  if (ts.isForOfStatement(node) && node.awaitModifier)
    return forAwait(emission, ts.visitEachChild(node, visit, context));
  if (ts.isVariableStatement(node)) return hoisted(emission, node.declarationList);
  if (ts.isVariableDeclarationList(node)) {
    if ((node.flags & ts.NodeFlags.AwaitUsing) === ts.NodeFlags.AwaitUsing) emission.awaits();
    return ts.isVariableStatement(node.parent) ? undefined : hoisted(emission, node);
  }
  return undefined;
}

/** Rewrites a tree; `depth` counts the functions around a node. */
export function rewriter(emission: Omit<Emission, "visit">): Emission {
  let depth = 0;
  const visit = (node: ts.Node): ts.Node => {
    const inFunction =
      ts.isFunctionLike(node) || ts.isClassStaticBlockDeclaration(node) || ts.isModuleDeclaration(node);
    const rule = anywhere(whole, node) ?? (depth === 0 ? outside(whole, node) : undefined);
    if (rule) return rule;
    if (inFunction) depth++;
    const result = ts.visitEachChild(node, visit, emission.context);
    if (inFunction) depth--;
    return result;
  };
  const whole: Emission = { ...emission, visit: visit as Emission["visit"] };
  return whole;
}
