import { defineConfig } from "vitest/config";

export default defineConfig({
  test: {
    // The files share no state, so each worker reads the contract once; threads start sooner than processes.
    isolate: false,
    pool: "threads",
    // Turbo runs as many tasks at once as there are cores.
    maxWorkers: 1,
    setupFiles: "src/testing/validate-every-test.ts",
    // Generous: on a busy machine a test can pause for seconds.
    testTimeout: 60_000,
    hookTimeout: 60_000,
    expect: { poll: { timeout: 30_000 } },
  },
});
