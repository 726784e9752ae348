/** What the parts of the transformer share. */

import ts = require("typescript");

import type { Boxes } from "./boxes.js";

export interface Names {
  /** The scope that the cell is given: `$`, or longer where the cell has its own `$`. */
  readonly scope: string;
  readonly box: (name: string) => string;
}

export interface Emission {
  readonly factory: ts.NodeFactory;
  readonly context: ts.TransformationContext;
  readonly checker: ts.TypeChecker;
  readonly boxes: Boxes;
  readonly names: Names;
  /** Where the cell pretends to lie, for `import.meta`. */
  readonly url: string;
  /** Names whose boxes the cell uses. */
  readonly used: Set<string>;
  /** `var` names that earlier statements have declared. */
  readonly declaredVars: Set<string>;
  /** Rewrites references in any node. */
  visit<T extends ts.Node>(node: T): T;
  /** Says that the cell waits for something. */
  awaits(): void;
}

/** Names for what is added to a cell, none of which the cell uses itself. */
export function freeNames(mentioned: ReadonlySet<string>): Names {
  let scope = "$";
  while (mentioned.has(scope)) scope += "$";
  let prefix = "$b_";
  while ([...mentioned].some((name) => name.startsWith(prefix))) prefix = `$${prefix}`;
  return { scope, box: (name) => prefix + name };
}

/** `$b_x.v`, the value in the box of x. */
export function boxed({ factory, names, used }: Emission, name: string, at?: ts.Node): ts.PropertyAccessExpression {
  used.add(name);
  const access = factory.createPropertyAccessExpression(factory.createIdentifier(names.box(name)), "v");
  return at ? ts.setTextRange(access, at) : access;
}

/** `$.method(…)`. */
export const scopeCall = (
  { factory, names }: Emission,
  method: string,
  args: readonly ts.Expression[],
): ts.CallExpression =>
  factory.createCallExpression(
    factory.createPropertyAccessExpression(factory.createIdentifier(names.scope), method),
    undefined,
    args,
  );

/** `left = right;` at the place of a node. */
export const assign = ({ factory }: Emission, left: ts.Expression, right: ts.Expression, at: ts.Node): ts.Expression =>
  ts.setTextRange(factory.createAssignment(left, right), at);

export const statementOf = ({ factory }: Emission, expression: ts.Expression, at: ts.Node): ts.Statement =>
  ts.setTextRange(factory.createExpressionStatement(expression), at);

/** `a, b, c`. */
export const sequence = ({ factory }: Emission, all: readonly ts.Expression[]): ts.Expression =>
  all.reduce((left, right) => factory.createComma(left, right));

const isAnonymous = (node: ts.Expression): boolean =>
  ts.isArrowFunction(node) ||
  ((ts.isFunctionExpression(node) || ts.isClassExpression(node)) && node.name === undefined);

/** `f = () => …` names the function, an assignment to a box would not: `({ f: () => … }).f` does. */
export function named(
  { factory }: Emission,
  name: string,
  original: ts.Expression,
  value: ts.Expression,
): ts.Expression {
  if (!isAnonymous(ts.skipPartiallyEmittedExpressions(original) as ts.Expression)) return value;
  const property = factory.createPropertyAssignment(name, value);
  const object = factory.createParenthesizedExpression(factory.createObjectLiteralExpression([property]));
  return ts.setTextRange(factory.createPropertyAccessExpression(object, name), original);
}
