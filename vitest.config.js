// For each workspace without a config of its own. Imports nothing: vitest is a dependency of theirs, not of the root.
export default {
  test: {
    exclude: ["**/node_modules/**", "**/dist/**", "**/*.slow.test.ts"],
    // Turbo runs as many tasks at once as there are cores, so each takes one worker. Its files share no state, so that
    // worker loads what they import once.
    pool: "threads",
    maxWorkers: 1,
    isolate: false,
    // Generous: on a machine that is busy with other work a test may stand still for seconds.
    testTimeout: 60_000,
    hookTimeout: 60_000,
    expect: { poll: { timeout: 30_000 } },
  },
};
