import { createHash } from "node:crypto";
import { join } from "node:path";
import { type Place, thisPlace } from "./paths.js";

/** Where this package keeps what it makes for the user: `~/.local/share/liouville`, or what the platform has for it. */
export const ownFolder = ({ env, platform, home }: Place = thisPlace()): string => {
  if (platform === "darwin") return join(home, "Library", "Application Support", "liouville");
  if (platform === "win32") return join(env.LOCALAPPDATA || join(home, "AppData", "Local"), "liouville");
  return join(env.XDG_DATA_HOME || join(home, ".local", "share"), "liouville");
};

/** A short name for a text: folders of other content get other names. */
export const shortHash = (text: string): string => createHash("sha256").update(text).digest("hex").slice(0, 8);
