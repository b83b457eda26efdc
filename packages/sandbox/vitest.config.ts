import { defineConfig } from "vitest/config";

export default defineConfig({
  test: {
    // The files share no state, so each worker reads the contract once.
    isolate: false,
    setupFiles: "src/testing/judge-every-test.ts",
    testTimeout: 30_000,
  },
});
