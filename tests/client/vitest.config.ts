import { defineConfig } from "vitest/config";

export default defineConfig({
  test: {
    // Generous: on a busy machine a test can pause for seconds.
    testTimeout: 60_000,
    hookTimeout: 60_000,
    // Turbo runs as many tasks at once as there are cores.
    maxWorkers: 1,
    pool: "threads",
    // The files share no state, so each worker loads the client once.
    isolate: false,
    setupFiles: ["properties/seed.ts"],
    reporters: ["dot"],
    env: { SERVICEFORM_API_KEY: "", SERVICEFORM_BASE_URL: "" },
    projects: [
      {
        extends: true,
        test: { name: "quick", exclude: ["**/node_modules/**", "**/*.slow.test.ts", "chaos/**"] },
      },
      { extends: true, test: { name: "slow", include: ["**/*.slow.test.ts"] } },
      { extends: true, test: { name: "chaos", include: ["chaos/*.test.ts"] } },
    ],
  },
});
