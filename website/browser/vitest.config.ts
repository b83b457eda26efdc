import { defineConfig } from "vitest/config";

export default defineConfig({
  test: {
    include: ["browser/*.test.ts"],
    // Generous: on a busy machine, a page with four megabytes of script takes seconds to render.
    testTimeout: 240_000,
    hookTimeout: 240_000,
    // One browser at a time.
    maxWorkers: 1,
  },
});
