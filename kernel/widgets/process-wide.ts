/** State that every copy of this package in a process shares: a notebook's folder may hold a copy of its own beside the kernel's. */

/** The value kept under `name` for the whole process, made at the first call. */
export const processWide = <T>(name: string, make: () => T): T => {
  const globals = globalThis as Record<symbol, unknown>;
  const key = Symbol.for(`liouville.${name}`);
  globals[key] ??= make();
  return globals[key] as T;
};
