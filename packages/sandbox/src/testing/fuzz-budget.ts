const { FUZZ_RUNS, FUZZ_SEED } = process.env;

/** The same requests in every run, unless `test:fuzz` sets more runs and another seed. */
const seed = Number(FUZZ_SEED ?? (FUZZ_RUNS === undefined ? 1 : Date.now() % 2 ** 31));

if (FUZZ_RUNS !== undefined) console.info(`To repeat this run: FUZZ_SEED=${seed} FUZZ_RUNS=${FUZZ_RUNS}`);

/** The number of runs, and their seed. `cost` is that of a run, in requests: `test:fuzz` sets the number of requests. */
export function fuzzBudget(numRuns: number, cost = 1): { seed: number; numRuns: number } {
  return { seed, numRuns: FUZZ_RUNS === undefined ? numRuns : Math.ceil(Number(FUZZ_RUNS) / cost) };
}
