/** Texts on disk: a list of lines, each with its line end, as Python's `nbformat` writes them. */

/** Everything that Python's `str.splitlines` takes for a line end, so that files are the same whoever wrote them. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are line ends for Python.
const lineEnd = /(?<=\r\n|\n|\r(?!\n)|[\v\f\x1c\x1d\x1e\x85\u2028\u2029])/;

export const linesOf = (text: string): string[] => (text === "" ? [] : text.split(lineEnd));

export const joined = (text: string | readonly string[]): string => (typeof text === "string" ? text : text.join(""));
