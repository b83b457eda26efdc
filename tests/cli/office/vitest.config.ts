import { defineConfig } from "vitest/config";

// Starts LibreOffice, so it is not part of `test`.
export default defineConfig({
  test: { include: ["office/*.test.ts"], testTimeout: 240_000, hookTimeout: 240_000, maxWorkers: 1 },
});
