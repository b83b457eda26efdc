import { defineConfig } from "vitest/config";

// Starts shells that a machine may lack, so it is no part of `test`.
export default defineConfig({
  test: { include: ["shells/*.test.ts"], testTimeout: 60_000, hookTimeout: 60_000, maxWorkers: 1 },
});
