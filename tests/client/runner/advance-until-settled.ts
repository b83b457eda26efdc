/** Waits for a promise in virtual time: runs pending work, then advances the clock while the promise is not settled. */
export async function advanceUntilSettled<Value>(
  promise: Promise<Value>,
  runPendingWork: () => Promise<void>,
  advance: () => Promise<unknown>,
): Promise<Value> {
  let settled = false;
  const end = (): void => {
    settled = true;
  };
  promise.then(end, end);
  for (;;) {
    await runPendingWork();
    if (settled) return promise;
    await advance();
  }
}
