export interface Deferred<T> {
  readonly promise: Promise<T>;
  resolve(value: T): void;
  reject(error: Error): void;
}

/** A promise with its ends in hand (`Promise.withResolvers` is newer than Node 20). A rejection nobody awaits is no failure. */
export const deferred = <T>(): Deferred<T> => {
  let ends!: Omit<Deferred<T>, "promise">;
  const promise = new Promise<T>((resolve, reject) => {
    ends = { resolve, reject };
  });
  promise.catch(() => {});
  return { promise, ...ends };
};
