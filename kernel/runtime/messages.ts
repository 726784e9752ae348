/** What the kernel and the process that runs the user's code say to each other. */

import type { CompiledCell } from "../compiler/compiler.js";
import type { MimeBundle } from "../display/bundle.js";
import type { Header } from "../wire/message.js";
import type { CommMessage, PublishedType } from "./host.js";

/** A thrown value as plain text, so that it survives the way to another process. */
export interface Thrown {
  readonly name: string;
  readonly message: string;
  readonly stack: string;
}

/** Kernel to runtime. */
export type Order =
  | { readonly type: "execute"; readonly parent: Header; readonly cell: CompiledCell }
  | { readonly type: "comm"; readonly parent: Header; readonly message: CommMessage }
  /** The thread has been stopped; the cell of this id, if it is still there, has been given up. */
  | { readonly type: "interrupted"; readonly id: string }
  | { readonly type: "input"; readonly request: number; readonly value?: string; readonly refusal?: string };

/** Runtime to kernel. `marks` counts the declarations of the cell that were reached. "abandoned" answers "interrupted": neither the cell of the id nor a comm message is being worked at any more. */
export type Report =
  | { readonly type: "ready" }
  | { readonly type: "done"; readonly id: string; readonly marks: number; readonly bundle?: MimeBundle }
  | { readonly type: "failed"; readonly id: string; readonly marks: number; readonly error: Thrown }
  | { readonly type: "abandoned"; readonly id: string; readonly marks: number }
  | { readonly type: "stray"; readonly parent?: Header; readonly error: Thrown }
  | { readonly type: "comm-done"; readonly id: string }
  | {
      readonly type: "input";
      readonly request: number;
      readonly parent: Header;
      readonly prompt: string;
      readonly password: boolean;
    }
  | {
      readonly type: "publish";
      readonly parent?: Header;
      readonly message: PublishedType;
      readonly content: Record<string, unknown>;
      readonly metadata: Record<string, unknown>;
      readonly buffers: readonly Uint8Array[];
    };
