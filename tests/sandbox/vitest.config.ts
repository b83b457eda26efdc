import { configDefaults, defineConfig } from "vitest/config";

export default defineConfig({
  test: {
    isolate: false,
    pool: "threads",
    maxWorkers: 1,
    // Generous: on a busy machine a test can pause for seconds.
    testTimeout: 60_000,
    hookTimeout: 60_000,
    // Playwright runs the specs.
    exclude: [...configDefaults.exclude, "recipes/*.spec.ts"],
    env: { SERVICEFORM_API_KEY: "", SERVICEFORM_BASE_URL: "" },
  },
});
