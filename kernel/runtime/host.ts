/** What code beside the user's cells (displays, widgets, progress bars) may ask of the kernel it runs in. */

export type PublishedType =
  | "display_data"
  | "update_display_data"
  | "clear_output"
  | "stream"
  | "comm_open"
  | "comm_msg"
  | "comm_close";

export interface CommMessage {
  readonly type: "comm_open" | "comm_msg" | "comm_close";
  readonly comm_id: string;
  readonly target_name?: string;
  readonly data: Record<string, unknown>;
  readonly metadata: Record<string, unknown>;
  readonly buffers: Uint8Array[];
}

export interface Host {
  /** Publishes under the cell of the present async context, at once, even in a loop that never yields. */
  publish(
    type: PublishedType,
    content: Record<string, unknown>,
    options?: { readonly metadata?: Record<string, unknown>; readonly buffers?: readonly ArrayBufferView[] },
  ): void;
  /** A line typed by the user. @throws Error where the front end cannot ask. */
  input(prompt: string, password?: boolean): Promise<string>;
  /** Hears the comm messages of the front ends; the kernel waits for the promises before it reports idle. */
  onComm(listener: (message: CommMessage) => void | Promise<void>): void;
}

/** A symbol of the global registry, so that copies of this module share one host. */
const key = Symbol.for("liouville.host");

/** Makes `host` that of this process; called once by the runtime (and by tests). */
export const installHost = (host: Host): void => {
  (globalThis as Record<symbol, unknown>)[key] = host;
};

/**
 * The host of this process.
 * @throws Error outside a notebook kernel.
 */
export const host = (): Host => {
  const found = (globalThis as Record<symbol, unknown>)[key] as Host | undefined;
  if (found) return found;
  throw new Error(
    "this needs a notebook: open it in JupyterLab with `liouville lab`, or execute it with `liouville run`",
  );
};
