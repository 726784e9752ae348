/** A painter that is a browser, for figures that need WebGL. */

import { readFileSync } from "node:fs";
import { type BrowserPipe, openBrowser } from "./browser-pipe.js";
import { plotlyBundle } from "./bundle.js";
import type { Order, Painter, Painting } from "./painting.js";
import { plainFigure } from "./plain.js";

/** The page loads nothing; only what the kernel evaluates in it runs. */
const policy = "default-src 'none'; style-src 'unsafe-inline'; img-src data: blob:";
const html = `<!doctype html><meta http-equiv="Content-Security-Policy" content="${policy}"><body></body>`;

/** @throws Error with the page's own error. */
const evaluate = async (browser: BrowserPipe, session: string, expression: string): Promise<unknown> => {
  const reply = await browser.send(
    "Runtime.evaluate",
    { expression, awaitPromise: true, returnByValue: true },
    session,
  );
  const thrown = reply.exceptionDetails as { text: string; exception?: { description?: string } } | undefined;
  if (thrown) throw new Error((thrown.exception?.description ?? thrown.text).split("\n")[0]);
  return (reply.result as { value?: unknown }).value;
};

const openPage = async (browser: BrowserPipe): Promise<string> => {
  const { targetId } = await browser.send("Target.createTarget", { url: "about:blank" });
  const { sessionId } = await browser.send("Target.attachToTarget", { targetId, flatten: true });
  const session = sessionId as string;
  const { frameTree } = (await browser.send("Page.getFrameTree", {}, session)) as {
    frameTree: { frame: { id: string } };
  };
  await browser.send("Page.setDocumentContent", { frameId: frameTree.frame.id, html }, session);
  await evaluate(browser, session, `${readFileSync(plotlyBundle(), "utf8")};0`);
  return session;
};

/** JSON is JavaScript. */
const drawing = ({ figure, size, scale }: Order): string => {
  const options = { format: "png", imageDataOnly: true, scale, ...size };
  return `Plotly.toImage(${JSON.stringify(plainFigure(figure))}, ${JSON.stringify(options)})`;
};

export const browserPainter = (executable: string): Painter => {
  const browser = openBrowser(executable);
  const page = openPage(browser);
  page.catch(() => {});
  return {
    paint: async (order): Promise<Painting> => {
      const session = await page;
      try {
        return { png: String(await evaluate(browser, session, drawing(order))) };
      } catch (error) {
        return { reason: `Plotly could not draw the figure: ${(error as Error).message}` };
      }
    },
    kill: () => browser.kill(),
  };
};
