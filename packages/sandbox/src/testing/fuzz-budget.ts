const { FUZZ_RUNS, FUZZ_SEED } = process.env;

/** The same requests every time, unless `pnpm fuzz` asks for more and for others. */
const seed = Number(FUZZ_SEED ?? (FUZZ_RUNS === undefined ? 1 : Date.now() % 2 ** 31));

if (FUZZ_RUNS !== undefined) console.info(`To repeat this run: FUZZ_SEED=${seed} FUZZ_RUNS=${FUZZ_RUNS}`);

/** How many requests to make up, and from which seed. */
export function fuzzBudget(numRuns: number): { seed: number; numRuns: number } {
  return { seed, numRuns: Number(FUZZ_RUNS ?? numRuns) };
}
