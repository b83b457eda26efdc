import { configDefaults, defineConfig } from "vitest/config";

export default defineConfig({
  test: {
    isolate: false,
    pool: "threads",
    // Generous: on a machine that is busy with other work a test may stand still for seconds.
    testTimeout: 60_000,
    hookTimeout: 60_000,
    // Playwright runs the specs.
    exclude: [...configDefaults.exclude, "recipes/*.spec.ts"],
    env: { SERVICEFORM_API_KEY: "", SERVICEFORM_BASE_URL: "" },
  },
});
