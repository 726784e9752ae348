export declare const waited: string;
