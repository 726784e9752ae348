/** The comms that are open, known to the kernel so that it can list them while the runtime is busy. */

import type { Report } from "../runtime/messages.js";

export interface Comms {
  /** Takes note of a comm message that passes, from either side. */
  note(type: string, content: Record<string, unknown>): void;
  has(id: unknown): boolean;
  /** The live comms, of one target or of all, as `comm_info_reply` lists them. */
  list(target?: unknown): Record<string, { target_name: string }>;
  /** Forgets all of them and returns their ids. */
  clear(): string[];
}

export type Published = Extract<Report, { type: "publish" }>;

export const openComms = (): Comms => {
  const targets = new Map<string, string>();
  return {
    note: (type, { comm_id, target_name }) => {
      if (type === "comm_open") targets.set(String(comm_id), String(target_name));
      else if (type === "comm_close") targets.delete(String(comm_id));
    },
    has: (id) => targets.has(id as string),
    list: (target) =>
      Object.fromEntries(
        [...targets]
          .filter(([, name]) => typeof target !== "string" || target === name)
          .map(([id, target_name]) => [id, { target_name }]),
      ),
    clear: () => {
      const ids = [...targets.keys()];
      targets.clear();
      return ids;
    },
  };
};
