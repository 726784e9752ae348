/** Bundles into `folder` (dist/vendor/danfojs-node) unless it holds the same already; true when it had to. */
export declare function bundleDanfojs(folder?: string): Promise<boolean>;
