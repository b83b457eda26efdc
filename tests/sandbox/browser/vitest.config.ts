import { defineConfig } from "vitest/config";

export default defineConfig({
  test: {
    include: ["browser/*.test.ts"],
    // Generous: where other work goes on, a page of four megabytes of script takes seconds to draw.
    testTimeout: 240_000,
    hookTimeout: 240_000,
    expect: { poll: { timeout: 30_000 } },
    // A file has a browser of its own, and CI has two cores.
    maxWorkers: 2,
  },
});
