import { defineConfig } from "vitest/config";

export default defineConfig({
  test: {
    include: ["browser/*.test.ts"],
    // Generous: on a busy machine, a page with four megabytes of script takes seconds to render.
    testTimeout: 240_000,
    hookTimeout: 240_000,
    expect: { poll: { timeout: 30_000 } },
    // Each file starts a browser, and CI has two cores.
    maxWorkers: 2,
  },
});
