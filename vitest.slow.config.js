import config from "./vitest.config.js";

// What starts processes or compilers, or makes very many records.
export default {
  test: { ...config.test, include: ["**/*.slow.test.ts"], exclude: ["**/node_modules/**", "**/dist/**"] },
};
