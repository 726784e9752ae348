/** Base64 of a notebook written anew, so that it is valid, and cannot end the attribute that it stands in. */
export const base64 = (data: unknown): string => Buffer.from(String(data), "base64").toString("base64");
