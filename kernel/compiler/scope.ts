/** The names that earlier cells have declared, and the lines that bring them into a cell with their types. */

import type { Cell } from "./cell.js";

/** What a committed cell gives under one name. */
export interface Meaning {
  readonly name: string;
  readonly value: boolean;
  readonly type: boolean;
  readonly mutable: boolean;
  /** Only described (`declare`): nothing is computed for it. */
  readonly ambient: boolean;
}

interface Holder {
  /** Number of the cell. */
  readonly cell: number;
  readonly mutable: boolean;
  readonly ambient: boolean;
}

/** A value and a type of the same name may come from different cells. */
interface Holders {
  readonly value?: Holder;
  readonly type?: Holder;
}

export interface Links {
  readonly text: string;
  /** Cells that the text refers to. */
  readonly cells: ReadonlySet<number>;
  /** Names that earlier cells only describe. */
  readonly described: ReadonlySet<string>;
}

export interface Scope {
  /** Lines for the mentioned names, to be put below the cell; `all` brings every visible name. */
  links(cell: Cell, all?: boolean): Links;
  declare(cell: number, meanings: readonly Meaning[]): void;
  /** Cells that hold a visible name. */
  holders(): Set<number>;
  clear(): void;
}

export const specifierOf = (cell: number): string => `cell$${cell}`;

/** The line for one name that the cell does not declare itself. */
function link(name: string, { value, type }: Holders): string {
  const from = (holder: Holder) => `"${specifierOf(holder.cell)}"`;
  const ambient = (holder: Holder) =>
    `declare ${holder.mutable ? "let" : "const"} ${name}: typeof import(${from(holder)}).${name};`;
  if (value && !value.mutable && (!type || type.cell === value.cell)) return `import { ${name} } from ${from(value)};`;
  const line = value ? ambient(value) : "";
  return type ? `${line}import type { ${name} } from ${from(type)};` : line;
}

export function createScope(): Scope {
  const visible = new Map<string, Holders>();

  const declareOne = (cell: number, { name, value, type, mutable, ambient }: Meaning): void => {
    const before = visible.get(name) ?? {};
    const holder = { cell, mutable, ambient };
    // A class or enum whose value is hidden is gone as a type too, as an interface is not.
    const typeLeft = before.type && before.type.cell === before.value?.cell && value ? undefined : before.type;
    const after = { value: value ? holder : before.value, type: type ? holder : typeLeft };
    visible.set(name, { ...(after.value && { value: after.value }), ...(after.type && { type: after.type }) });
  };

  return {
    links(cell, all = false) {
      const cells = new Set<number>();
      const described = new Set<string>();
      const own = new Set(cell.declared.map(({ name }) => name.text));
      const lines = Array.from(all ? visible.keys() : cell.mentioned, (name) => {
        const holders = own.has(name) ? undefined : visible.get(name);
        if (!holders) return "";
        for (const holder of [holders.value, holders.type]) if (holder) cells.add(holder.cell);
        if (holders.value?.ambient) described.add(name);
        return link(name, holders);
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
