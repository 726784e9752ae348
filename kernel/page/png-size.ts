/** The size in pixels that the header of a PNG tells, in base64; undefined when it is no PNG. */
export const pngSize = (png: string): { width: number; height: number } | undefined => {
  const header = Buffer.from(png.slice(0, 32), "base64");
  if (header.length < 24 || header.toString("latin1", 1, 4) !== "PNG") return undefined;
  return { width: header.readUInt32BE(16), height: header.readUInt32BE(20) };
};
