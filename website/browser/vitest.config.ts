import { defineConfig } from "vitest/config";

export default defineConfig({
  test: {
    include: ["browser/*.test.ts"],
    // Generous: where other work goes on, a page of four megabytes of script takes seconds to draw.
    testTimeout: 240_000,
    hookTimeout: 240_000,
    // One browser at a time.
    maxWorkers: 1,
  },
});
