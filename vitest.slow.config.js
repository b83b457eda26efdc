import config from "./vitest.config.js";

// What starts processes, threads or compilers, makes very many records, runs every case or measures memory.
export default {
  test: {
    ...config.test,
    include: ["**/*.slow.test.ts"],
    exclude: ["**/node_modules/**", "**/dist/**"],
    testTimeout: 300_000,
    hookTimeout: 300_000,
    expect: { poll: { timeout: 200_000 } },
  },
};
