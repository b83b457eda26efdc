import config from "./vitest.config.js";

// Private workspaces that share one Vitest, since it takes longer to start than most of them take to run.
export default {
  test: {
    ...config.test,
    include: [
      "bundled/*/src/**/*.test.ts",
      "tests/{chromium,cli,drift,runtimes,samples,sandbox}/**/*.test.ts",
      "benchmarks/src/**/*.test.ts",
    ],
    exclude: [
      ...config.test.exclude,
      "tests/cli/{office,shells}/**",
      "tests/runtimes/stacks/**",
      "tests/sandbox/{arazzo/run-respect.test.ts,browser/**}",
    ],
    env: { SERVICEFORM_API_KEY: "", SERVICEFORM_BASE_URL: "" },
  },
};
