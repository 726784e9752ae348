/** What is known of the name at a position: its type and documentation. */

import ts = require("typescript");

import type { Inspection } from "./compilation.js";
import { draft, withoutLinks } from "./draft.js";
import type { Workspace } from "./workspace.js";

const tagLine = (tag: ts.JSDocTagInfo): string => `@${tag.name} ${ts.displayPartsToString(tag.text)}`.trim();

const markdownTag = (tag: ts.JSDocTagInfo): string => `*@${tag.name}* ${ts.displayPartsToString(tag.text)}`.trim();

function bundleOf(signature: string, info: ts.QuickInfo): Record<string, string> {
  const documentation = ts.displayPartsToString(info.documentation);
  const tags = info.tags ?? [];
  const join = (parts: readonly string[], separator: string) => parts.filter((part) => part !== "").join(separator);
  return {
    "text/plain": join([signature, documentation, tags.map(tagLine).join("\n")], "\n\n"),
    "text/markdown": join(
      [`\`\`\`typescript\n${signature}\n\`\`\``, documentation, tags.map(markdownTag).join("  \n")],
      "\n\n",
    ),
  };
}

/** The smallest node that holds the span. */
function nodeAt(file: ts.SourceFile, { start, length }: ts.TextSpan): ts.Node {
  const within = (node: ts.Node): ts.Node =>
    ts.forEachChild(node, (child) =>
      child.getStart(file) <= start && start + length <= child.end ? within(child) : undefined,
    ) ?? node;
  return within(file);
}

/** TypeScript's words; for the name of a whole module or of a default export, where it has none, the type. */
function signatureOf(workspace: Workspace, info: ts.QuickInfo): string {
  const words = withoutLinks(workspace, ts.displayPartsToString(info.displayParts)).trim();
  if (words !== "") return words;
  const { checker, file } = workspace.strict.view();
  const node = nodeAt(file, info.textSpan);
  return withoutLinks(
    workspace,
    `const ${node.getText(file)}: ${checker.typeToString(checker.getTypeAtLocation(node))}`,
  );
}

/** Places to ask about: the cursor, the name it stands behind, the function whose arguments are being written. */
function candidates(code: string, offset: number): number[] {
  const before = code.slice(0, offset);
  const callee = /[\p{ID_Continue}$]\s*\([^()]*$/u.exec(before);
  return [offset, offset - 1, ...(callee ? [callee.index] : [])].filter(
    (position) => position >= 0 && position <= code.length,
  );
}

export const inspector =
  (workspace: Workspace) =>
  (code: string, offset: number): Inspection => {
    const shift = draft(workspace, code);
    const { language } = workspace.strict;
    for (const position of candidates(code, offset)) {
      const info = language.getQuickInfoAtPosition(workspace.current, shift + position);
      if (info) return { found: true, data: bundleOf(signatureOf(workspace, info), info) };
    }
    return { found: false, data: {} };
  };
