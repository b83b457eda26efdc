// Starts servers and workers of its own, so it is no part of `test`.
export default {
  test: {
    include: ["tests/fleet/*.test.ts"],
    testTimeout: 1_500_000,
    hookTimeout: 600_000,
    pool: "threads",
    maxWorkers: 1,
  },
};
