import { defineConfig } from "vitest/config";

export default defineConfig({
  test: {
    // The files share no state, so each worker reads the contract once; threads start sooner than processes.
    isolate: false,
    pool: "threads",
    // Turbo runs as many tasks at once as there are cores.
    maxWorkers: 1,
    setupFiles: "src/testing/validate-every-test.ts",
    testTimeout: 30_000,
  },
});
