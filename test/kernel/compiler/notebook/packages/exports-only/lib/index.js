export const onlyExports = (x) => x + 1;
