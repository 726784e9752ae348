/** Waiting without counting on speed: ask again until it is so. */

const pause = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));

const attempt = async <T>(ask: () => T | Promise<T>): Promise<{ value?: T; error?: unknown }> => {
  try {
    return { value: await ask() };
  } catch (error) {
    return { error };
  }
};

/**
 * The first truthy answer, asked for every 20 ms.
 * @throws Error naming `what` when there was none within `ms`.
 */
export const until = async <T>(ask: () => T | Promise<T>, what: string, ms = 30_000): Promise<NonNullable<T>> => {
  for (const end = Date.now() + ms; ; await pause(20)) {
    const { value, error } = await attempt(ask);
    if (value) return value as NonNullable<T>;
    if (Date.now() > end) throw new Error(`not within ${ms} ms: ${what}`, { cause: error });
  }
};
