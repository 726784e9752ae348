/**
 * xlsx 0.18.5, the last on npm, puts the comments of a spreadsheet where the file says, and a file may say `__proto__`: then all objects
 * of the process have what the comment holds (CVE-2023-30533). Here a comment must belong to a cell.
 */

import { readFileSync } from "node:fs";

const place = "var r = decode_cell(comment.ref);";

/** The source with the check. @throws Error when it is not the source that the check was written for */
export const mended = (source) => {
  if (source.split(place).length !== 2) throw new Error("xlsx has changed: see build/danfojs/comments.mjs");
  return source.replace(place, `${place} if (r.r < 0 || r.c < 0) return;`);
};

export const comments = {
  name: "comments",
  setup: ({ onLoad }) =>
    onLoad({ filter: /[\\/]xlsx[\\/]xlsx\.js$/ }, ({ path }) => ({
      contents: mended(readFileSync(path, "utf8")),
      loader: "js",
    })),
};
