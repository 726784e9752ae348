// biome-ignore lint/suspicious/noControlCharactersInRegex: escape sequences begin with one.
const escapes = /\x1b\[[0-9;]*[A-Za-z]/g;

/** Text without the escape sequences that colour it. */
export const plain = (text: string): string => text.replace(escapes, "");
