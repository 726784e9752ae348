/** A control that holds one value: what sliders, menus, boxes to tick and fields have in common. */

import { changes, type Handler } from "./changes.js";
import { control } from "./kinds.js";
import { createModel, type State } from "./model.js";
import { display, viewOf, type Widget } from "./view.js";

export interface Valued<T> extends Widget {
  readonly label: string;
  /** The present value; setting it moves the control in every front end and calls the handlers. */
  value: T;
  /**
   * Calls `handler` with each new value, in the order of registration; while an asynchronous handler runs, only the latest value
   * waits. What handlers show or print appears under the cell that added them. The function returned takes the handler away.
   */
  onChange(handler: (value: T) => unknown): () => void;
  /** So that `2 * beta` is computed with the value. */
  valueOf(): T;
  [Symbol.toPrimitive](hint: string): unknown;
}

export interface Definition<T> {
  /** Names of the model and of its style in ipywidgets, without "Model" and "StyleModel". */
  readonly name: string;
  readonly style: string;
  readonly label: string;
  readonly state: State;
  /** The key of the state that holds the value. */
  readonly key: "value" | "index";
  /** The value of a state, or undefined where a front end sent what the control cannot hold. */
  read(raw: unknown): T | undefined;
  /** The state of a value. @throws NotebookError when the control cannot hold it. */
  write(value: T): unknown;
  text(value: T): string;
  /** What a value sent by a front end means here, such as 0.3 for 0.30000000000000004. */
  readonly tidy?: (value: T) => T;
}

const primitive = (value: unknown): unknown => (typeof value === "object" ? String(value) : value);

/** Opens the control with its first value. */
export const valued = <T>(definition: Definition<T>, first: T): Valued<T> => {
  const { key, label, read, write, tidy = (value) => value } = definition;
  let present = first;
  const written = write(first);
  const parts = control(definition.name, definition.style, label);
  const handlers = changes<T>(`“${label}”`);
  const take = (value: T): void => {
    if (Object.is(value, present)) return;
    present = value;
    handlers.emit(value);
  };
  const accept = (wished: State): State => {
    if (!(key in wished)) return wished;
    const value = read(wished[key]);
    return { ...wished, [key]: write(value === undefined ? present : value) };
  };
  const changed = (kept: State): void => {
    if (key in kept) take(tidy(read(kept[key]) as T));
  };
  const model = createModel({ ...parts.state, ...definition.state, [key]: written }, { accept, changed });
  return {
    modelId: model.id,
    label,
    get value() {
      return present;
    },
    set value(value: T) {
      const raw = write(value);
      if (!Object.is(raw, model.get(key))) model.set({ [key]: raw });
      take(read(raw) as T);
    },
    onChange: (handler: Handler<T>) => handlers.listen(handler),
    valueOf: () => present,
    [Symbol.toPrimitive]: (hint) => (hint === "string" ? String(present) : primitive(present)),
    close() {
      model.close();
      parts.close();
    },
    [display]: () => viewOf(model.id, definition.text(present)),
  };
};
