/** The channel on which a front end that has just been opened asks for all widgets at once (control protocol 1.0.0). */

import type { CommMessage } from "../runtime/host.js";
import { separate } from "./buffers.js";
import { type Comm, registerTarget } from "./comm.js";
import { models } from "./live-models.js";

const wholeState = (): Record<string, unknown> =>
  Object.fromEntries(
    [...models].map(([id, state]) => [
      id,
      {
        model_name: state._model_name,
        model_module: state._model_module,
        model_module_version: state._model_module_version,
        state,
      },
    ]),
  );

const answer = (comm: Comm, { data }: CommMessage): void => {
  if (data.method !== "request_states") return;
  const { state, paths, buffers } = separate(wholeState());
  comm.send({ method: "update_states", states: state, buffer_paths: paths }, { buffers });
};

/** Answers every front end that opens a control channel. */
export const answerControl = (): void =>
  registerTarget("jupyter.widget.control", (comm) => comm.onMessage((message) => answer(comm, message)));
