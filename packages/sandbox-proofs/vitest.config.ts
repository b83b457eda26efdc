import { configDefaults, defineConfig } from "vitest/config";

export default defineConfig({
  test: {
    isolate: false,
    pool: "threads",
    // Playwright runs the specs.
    exclude: [...configDefaults.exclude, "recipes/*.spec.ts"],
    env: { SERVICEFORM_API_KEY: "", SERVICEFORM_BASE_URL: "" },
  },
});
