/** The names that earlier cells have declared, and the lines that bring them into a cell with their types. */

import { ambientNames } from "../notebook/ambient-names.js";
import type { Cell } from "./cell.js";
import type { Kind } from "./declarations.js";

/** What a committed cell gives under one name. */
export interface Meaning {
  readonly name: string;
  readonly value: boolean;
  readonly type: boolean;
  readonly mutable?: "let" | "var" | undefined;
  /** Only described (`declare`): nothing is computed for it. */
  readonly ambient: boolean;
  /** A type whose cell has linked an earlier value of the same name, and so exports that as well. */
  readonly carries: boolean;
}

interface Holder {
  /** Number of the cell. */
  readonly cell: number;
  readonly mutable?: Meaning["mutable"];
  readonly ambient: boolean;
}

/** Who holds a name: its value and its type may come from different cells. */
interface Holders {
  readonly value?: Holder | undefined;
  readonly type?: Holder | undefined;
}

export interface Links {
  readonly text: string;
  /** Cells that the text refers to. */
  readonly cells: ReadonlySet<number>;
  /** Names that earlier cells only describe, or that cells find without an import: no variables of the notebook. */
  readonly described: ReadonlySet<string>;
}

export interface Scope {
  /** Lines for the mentioned names, to be put below the cell; `all` brings every visible name, and what the cell may mean of those that need no import. */
  links(cell: Cell, all?: boolean): Links;
  declare(cell: number, meanings: readonly Meaning[]): void;
  /** Cells that hold a visible name. */
  holders(): Set<number>;
  clear(): void;
}

export const specifierOf = (cell: number): string => `cell$${cell}`;

/** What the cell declares itself hides the same meaning of earlier cells; a class hides both. */
function wanted({ value, type }: Holders, kinds: readonly Kind[]): Holders {
  const hides = (kind: Kind) => kinds.some((own) => own === kind || (own !== "value" && own !== "type"));
  const isPure = type && type.cell !== value?.cell;
  return {
    ...(value && !hides("value") && { value }),
    ...(type && !hides("type") && (isPure || !hides("value")) && { type }),
  };
}

/** The line for one name. An import brings all that its cell holds under the name, `declare` the value alone. */
function link(name: string, { value, type }: Holders, isWhole: boolean): string {
  const from = (holder: Holder) => `"${specifierOf(holder.cell)}"`;
  const ambient = (holder: Holder) =>
    `declare ${holder.mutable ?? "const"} ${name}: typeof import(${from(holder)}).${name};`;
  const isImported = value && isWhole && (type ? type.cell === value.cell : !value.mutable);
  if (isImported) return `import { ${name} } from ${from(value)};`;
  const line = value ? ambient(value) : "";
  return type ? `${line}import type { ${name} } from ${from(type)};` : line;
}

/** The line for a name that cells find without an import. */
const given = (name: string): string => `import { ${name} } from "liouville/notebook";`;
const isGiven = (name: string): boolean => (ambientNames as readonly string[]).includes(name);

/** Those that a name in the cell may be the beginning of. */
const begun = ({ mentioned }: Cell): string[] =>
  ambientNames.filter((name) => [...mentioned].some((word) => name.startsWith(word)));

export function createScope(): Scope {
  const visible = new Map<string, Holders>();

  const declareOne = (cell: number, { name, value, type, mutable, ambient, carries }: Meaning): void => {
    const before = visible.get(name) ?? {};
    const holder = { cell, mutable, ambient };
    // A class or enum whose value is hidden is gone as a type too, as an interface is not.
    const typeLeft = before.type && before.type.cell === before.value?.cell && value ? undefined : before.type;
    const valueLeft = before.value && carries ? { ...before.value, cell } : before.value;
    visible.set(name, { value: value ? holder : valueLeft, type: type ? holder : typeLeft });
  };

  return {
    links(cell, all = false) {
      const cells = new Set<number>();
      const described = new Set<string>();
      const names = all ? new Set([...visible.keys(), ...begun(cell)]) : cell.mentioned;
      const lines = Array.from(names, (name) => {
        const kinds = cell.declared.filter((own) => own.name.text === name).map(({ kind }) => kind);
        if (!visible.has(name)) {
          if (!isGiven(name) || kinds.length > 0) return "";
          described.add(name);
          return given(name);
        }
        const { value, type } = wanted(visible.get(name) ?? {}, kinds);
        for (const holder of [value, type]) if (holder) cells.add(holder.cell);
        if (value?.ambient) described.add(name);
        return link(name, { value, type }, kinds.length === 0);
      });
      return { text: lines.join(""), cells, described };
    },
    declare: (cell, meanings) => {
      for (const meaning of meanings) declareOne(cell, meaning);
    },
    holders: () =>
      new Set([...visible.values()].flatMap(({ value, type }) => [value, type].flatMap((h) => (h ? [h.cell] : [])))),
    clear: () => visible.clear(),
  };
}
