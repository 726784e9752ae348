export declare const onlyExports: (x: number) => number;
