/** The generated files, by their path. */
export declare const generated: () => Promise<Record<string, string>>;
