// Starts a server of its own, so it is no part of `test`.
export default {
  test: {
    include: ["tests/postgres/*.test.ts"],
    testTimeout: 120_000,
    hookTimeout: 120_000,
    pool: "threads",
    maxWorkers: 1,
  },
};
