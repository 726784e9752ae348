/** Import declarations, as assignments from `await $.import("…", […])` at their place. */

import ts = require("typescript");

import { assign, boxed, type Emission, scopeCall, statementOf } from "./context.js";

interface Binding {
  /** The name in the module, `*` for the whole. */
  readonly from: string;
  readonly to: ts.Identifier;
}

const bindingsOf = ({ name, namedBindings }: ts.ImportClause): Binding[] => {
  const bindings: Binding[] = name ? [{ from: "default", to: name }] : [];
  if (!namedBindings) return bindings;
  if (ts.isNamespaceImport(namedBindings)) return [...bindings, { from: "*", to: namedBindings.name }];
  return bindings.concat(
    namedBindings.elements.map((element) => ({ from: (element.propertyName ?? element.name).text, to: element.name })),
  );
};

/** Bindings that exist at run time. */
const valuesOf = ({ importClause }: ts.ImportDeclaration, { boxes }: Emission): Binding[] =>
  importClause ? bindingsOf(importClause).filter(({ to }) => boxes.meanings.get(to.text)?.value) : [];

/** `({ default: $b_d.v, a: $b_a.v } = await $.import("m", ["default", "a"]))`, `$b_ns.v = await $.import("m")`. */
export function importStatements(emission: Emission, declaration: ts.ImportDeclaration): ts.Statement[] {
  const { factory } = emission;
  const bindings = valuesOf(declaration, emission);
  const isErased = declaration.importClause !== undefined && bindings.length === 0;
  if (isErased) return [];
  emission.awaits();
  const specifier = factory.createStringLiteral((declaration.moduleSpecifier as ts.StringLiteral).text);
  const importing = (args: readonly ts.Expression[]) =>
    factory.createAwaitExpression(scopeCall(emission, "import", [specifier, ...args]));
  const names = bindings.filter(({ from }) => from !== "*");
  const whole = bindings.filter(({ from }) => from === "*");
  const list = factory.createArrayLiteralExpression(names.map(({ from }) => factory.createStringLiteral(from)));
  const pattern = factory.createObjectLiteralExpression(
    names.map(({ from, to }) =>
      factory.createPropertyAssignment(factory.createStringLiteral(from), boxed(emission, to.text)),
    ),
  );
  const statement = (expression: ts.Expression) => statementOf(emission, expression, declaration);
  return [
    ...(names.length > 0 ? [statement(assign(emission, pattern, importing([list]), declaration))] : []),
    ...whole.map(({ to }) => statement(assign(emission, boxed(emission, to.text), importing([]), declaration))),
    ...(bindings.length === 0 ? [statement(importing([list]))] : []),
  ];
}
