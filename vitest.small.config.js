import config from "./vitest.config.js";

// The workspaces with few tests, which share one Vitest: it takes longer to start than they take to run.
export default {
  test: {
    ...config.test,
    include: [
      "bundled/*/src/**/*.test.ts",
      "tests/{chromium,cli,runtimes,samples,sandbox}/**/*.test.ts",
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
