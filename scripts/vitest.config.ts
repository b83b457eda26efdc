import { configDefaults, defineConfig } from "vitest/config";

/** Tests that start many processes; each has its own command. */
const generation = ["generate/main.test.ts", "api-report/main.test.ts"];
const slow = ["**/*.slow.test.ts"];
/** Each runs Redocly and the compiler, some of them for many documents. */
const golden = ["semver/fixtures/*.test.ts", "semver/compare.test.ts", "semver/main.test.ts"];

/** For processes that are started one after the other. */
const MINUTES = { testTimeout: 300_000, hookTimeout: 600_000 };

export default defineConfig({
  test: {
    // Generous: on a busy machine a process takes seconds to start.
    testTimeout: 60_000,
    hookTimeout: 60_000,
    // The files share no state, so one worker loads the compiler once.
    isolate: false,
    maxWorkers: 1,
    projects: [
      {
        extends: true,
        test: { name: "quick", exclude: [...configDefaults.exclude, ...generation, ...golden, ...slow] },
      },
      { extends: true, test: { name: "generation", include: generation } },
      { extends: true, test: { name: "golden", include: golden, ...MINUTES } },
      { extends: true, test: { name: "slow", include: slow, ...MINUTES } },
    ],
  },
});
