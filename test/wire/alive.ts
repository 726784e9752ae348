/** After every hostile act: the kernel is whole. */

import { expect } from "vitest";
import { type Session, value } from "./session.js";

let nth = 0;

/** Shell, control, iopub and heartbeat answer, the same runtime is alive, and nothing else was executed meanwhile. */
export const expectWhole = async (session: Session): Promise<void> => {
  nth += 1;
  const info = await session.request("kernel_info_request", {}, { channel: "control" });
  expect(info.content.status).toBe("ok");
  expect(await session.beat(`whole ${nth}`)).toBeGreaterThan(0);
  expect(await value(session, `${nth} + 0.5`)).toBe(String(nth + 0.5));
  expect(session.kernel.hasEnded()).toBe(false);
};
