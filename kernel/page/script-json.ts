/** JSON that no parser of HTML takes for the end of a script. */
export const scriptJson = (value: unknown): string => JSON.stringify(value).replaceAll("<", "\\u003c");
