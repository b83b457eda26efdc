// Starts a server of its own, so it is no part of `test`.
export default {
  test: {
    include: ["tests/postgres/*.test.ts"],
    // Generous: on a busy machine a run takes a minute.
    testTimeout: 600_000,
    hookTimeout: 600_000,
    expect: { poll: { timeout: 300_000 } },
    pool: "threads",
    maxWorkers: 1,
  },
};
