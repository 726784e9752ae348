/** The static image that a figure carries for readers who cannot draw it. */

import { plainFigure } from "../figures/plain.js";
import type { Still } from "../figures/still.js";
import type { Parts } from "./post.js";

type Data = Record<string, unknown>;

const figureType = "application/vnd.plotly.v1+json";

const dataOf = ({ content }: Parts): Data => (content.data ?? {}) as Data;

const withData = (parts: Parts, more: Data): Parts => ({
  ...parts,
  content: { ...parts.content, data: { ...dataOf(parts), ...more } },
});

/** The parts with a figure's typed arrays as JSON; a figure that cannot be written so stays, and fails when it is sent. */
export const plainly = (parts: Parts): Parts => {
  const figure = dataOf(parts)[figureType];
  if (figure === undefined) return parts;
  try {
    return withData(parts, { [figureType]: plainFigure(figure) });
  } catch {
    return parts;
  }
};

/** Whether the parts are a figure alone. */
export const lacksImage = (parts: Parts): boolean => {
  const data = dataOf(parts);
  return figureType in data && !("image/png" in data || "image/svg+xml" in data);
};

/** The parts with the figure's image, or as they are where none could be made. The image has more pixels than the figure; its size in the page is that of the figure. */
export const withImage = async (parts: Parts, still: Still): Promise<Parts> => {
  const image = await still.png(dataOf(parts)[figureType]).catch(() => undefined);
  if (image === undefined || !("png" in image)) return parts;
  const { png, width, height } = image;
  const { content, ...rest } = withData(parts, { "image/png": png });
  return {
    ...rest,
    content: { ...content, metadata: { ...(content.metadata ?? {}), "image/png": { width, height } } },
  };
};
