/** Sends what a piece of code shows and prints to another place than its cell. */

import { type Host, host, type PublishedType } from "../runtime/host.js";
import { accompanied, companion } from "./context.js";
import { processWide } from "./process-wide.js";

export interface Sink {
  /** Takes a message in; false leaves it to the cell. */
  take(type: PublishedType, content: Record<string, unknown>): boolean;
  /** Whether an update of this display id is for the sink, wherever it comes from. */
  shows(id: unknown): boolean;
}

const state = processWide("capture", () => ({
  sinks: new Set<WeakRef<Sink>>(),
  hosts: new WeakSet<Host>(),
}));

const owner = (content: Record<string, unknown>): Sink | undefined => {
  const { display_id: id } = (content.transient ?? {}) as { display_id?: unknown };
  for (const reference of state.sinks) {
    const sink = reference.deref();
    if (!sink) state.sinks.delete(reference);
    else if (sink.shows(id)) return sink;
  }
  return undefined;
};

/** From its first use on, everything that the host publishes is first offered to the sink of the running code. */
const divert = (present: Host): void => {
  if (state.hosts.has(present)) return;
  state.hosts.add(present);
  const publish = present.publish.bind(present);
  present.publish = (type, content, options) => {
    const sink = type === "update_display_data" ? owner(content) : (companion() as Sink | undefined);
    if (!sink?.take(type, content)) publish(type, content, options);
  };
};

/** Runs `work`; its outputs, also those that come later from its timers and promises, go to the sink. */
export const captured = <T>(sink: Sink, work: () => T): T => {
  divert(host());
  if (![...state.sinks].some((reference) => reference.deref() === sink)) state.sinks.add(new WeakRef(sink));
  return accompanied(sink, work);
};
