import { defineConfig } from "vitest/config";

// Starts shells that may not be installed, so it is not part of `test`.
export default defineConfig({
  test: { include: ["shells/*.test.ts"], testTimeout: 60_000, hookTimeout: 60_000, maxWorkers: 1 },
});
