/** Variable declarations at the top level, as assignments to boxes. */

import ts = require("typescript");

import { boundNames } from "../declarations.js";
import { assign, boxed, type Emission, named, sequence, statementOf } from "./context.js";

/** What a binding assigns to: a box, or a pattern of boxes. */
function targetOf(emission: Emission, name: ts.BindingName): ts.Expression {
  if (ts.isIdentifier(name)) return boxed(emission, name.text, name);
  const { factory } = emission;
  return ts.setTextRange(
    ts.isArrayBindingPattern(name)
      ? factory.createArrayLiteralExpression(name.elements.map((element) => itemOf(emission, element)))
      : factory.createObjectLiteralExpression(name.elements.map((element) => propertyOf(emission, element))),
    name,
  );
}

/** The target with its default value, `$b_x.v = 1`. */
function withDefault(emission: Emission, { name, initializer }: ts.BindingElement): ts.Expression {
  const target = targetOf(emission, name);
  if (!initializer) return target;
  const value = emission.visit(initializer);
  return assign(emission, target, ts.isIdentifier(name) ? named(emission, name.text, initializer, value) : value, name);
}

function itemOf(emission: Emission, element: ts.ArrayBindingElement): ts.Expression {
  const { factory } = emission;
  if (ts.isOmittedExpression(element)) return factory.createOmittedExpression();
  return element.dotDotDotToken
    ? factory.createSpreadElement(targetOf(emission, element.name))
    : withDefault(emission, element);
}

function propertyOf(emission: Emission, element: ts.BindingElement): ts.ObjectLiteralElementLike {
  const { factory } = emission;
  if (element.dotDotDotToken) return factory.createSpreadAssignment(targetOf(emission, element.name));
  const key = element.propertyName
    ? emission.visit(element.propertyName)
    : factory.createIdentifier((element.name as ts.Identifier).text);
  return factory.createPropertyAssignment(key, withDefault(emission, element));
}

const assignment = (emission: Emission, declaration: ts.VariableDeclaration, value: ts.Expression): ts.Expression => {
  const { name, initializer } = declaration;
  const whole = ts.isIdentifier(name) && initializer ? named(emission, name.text, initializer, value) : value;
  return assign(emission, targetOf(emission, name), whole, declaration);
};

/** One assignment per declarator; without initializer a `let` becomes undefined, a `var` keeps what it has. */
export function assignments(emission: Emission, list: ts.VariableDeclarationList): ts.Expression[] {
  const { factory, visit } = emission;
  const isLet = (list.flags & ts.NodeFlags.Let) !== 0;
  return list.declarations.flatMap((declaration) => {
    if (declaration.initializer) return [assignment(emission, declaration, visit(declaration.initializer))];
    return isLet ? [assignment(emission, declaration, factory.createVoidZero())] : [];
  });
}

/** `for (var x of …)` becomes `for ($b_x.v of …)`, `for (var i = 0, n = 3; …)` a sequence. */
export function forInitializer(
  emission: Emission,
  list: ts.VariableDeclarationList,
  iterates: boolean,
): ts.Expression | undefined {
  if (iterates) return targetOf(emission, list.declarations[0]!.name);
  const all = assignments(emission, list);
  return all.length > 0 ? sequence(emission, all) : undefined;
}

/** `var x` holds undefined from where it is first declared, not what an earlier cell has left. */
export function resets(emission: Emission, names: readonly string[], at: ts.Node): ts.Statement[] {
  const { factory } = emission;
  return names.map((name) =>
    statementOf(emission, factory.createAssignment(boxed(emission, name), factory.createVoidZero()), at),
  );
}

/** Is every name of the list given a value by it? */
export const initialises = (list: ts.VariableDeclarationList): boolean =>
  list.declarations.every(({ initializer }) => initializer);

export const namesIn = (list: ts.VariableDeclarationList): string[] =>
  list.declarations.flatMap(({ name }) => boundNames(name).map(({ text }) => text));
