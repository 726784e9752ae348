export declare function mean(values: readonly unknown[]): number;
export declare function variance(values: readonly unknown[]): number;
export declare function std(values: readonly unknown[]): number;
export declare function median(values: readonly unknown[]): number;
export declare function mode<T>(values: readonly T[]): T[];
