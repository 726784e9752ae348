/** Which comms are open, as the messages that pass tell: they can thus be listed while a cell runs. */

type Content = Record<string, unknown>;

export interface OpenComms {
  /** A front end opens a comm; it is listed once the runtime has accepted it. */
  propose(content: Content): void;
  /** The runtime has handled a message of the comm, or sent one. */
  accept(comm: string): void;
  /** Takes note of a message that passes. */
  note(type: string, content: Content): void;
  /** Whether the comm is open, or about to be. */
  has(comm: string): boolean;
  /** Those of one target or of all, as `comm_info_reply` lists them. */
  list(target?: unknown): Record<string, { target_name: string }>;
  /** Forgets all. @returns those that were open. */
  clear(): readonly string[];
}

export const rememberComms = (): OpenComms => {
  const targets = new Map<string, string>();
  /** Comms that front ends open, until the runtime has accepted or closed them. */
  const opening = new Map<string, string>();
  const accept = (comm: string): void => {
    const target = opening.get(comm);
    if (target !== undefined) targets.set(comm, target);
    opening.delete(comm);
  };
  return {
    propose: ({ comm_id, target_name }) => void opening.set(String(comm_id), String(target_name)),
    accept,
    note: (type, { comm_id, target_name }) => {
      const comm = String(comm_id);
      if (type === "comm_open") targets.set(comm, String(target_name));
      if (type === "comm_msg") accept(comm);
      if (type !== "comm_close") return;
      targets.delete(comm);
      opening.delete(comm);
    },
    has: (comm) => targets.has(comm) || opening.has(comm),
    list: (target) =>
      Object.fromEntries(
        [...targets]
          .filter(([, name]) => typeof target !== "string" || target === name)
          .map(([id, target_name]) => [id, { target_name }]),
      ),
    clear: () => {
      const open = [...targets.keys()];
      targets.clear();
      opening.clear();
      return open;
    },
  };
};
