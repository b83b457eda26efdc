/** The exit code of a program that was ended by a signal. */
const INTERRUPTED = 130;

/** Resolves when SIGINT or SIGTERM arrives. */
export function untilInterrupted(): { readonly code: Promise<number>; stop(): void } {
  let interrupt = (): void => {};
  const code = new Promise<number>((resolve) => {
    interrupt = () => resolve(INTERRUPTED);
  });
  process.once("SIGINT", interrupt).once("SIGTERM", interrupt);
  return { code, stop: () => void process.off("SIGINT", interrupt).off("SIGTERM", interrupt) };
}
