import { onTestFinished } from "vitest";

/** Collects what is rejected from now on without anybody to handle it; `settled` gives it when all has had its turn. */
export function watchUnhandled(): { settled(): Promise<unknown[]> } {
  const seen: unknown[] = [];
  const note = (reason: unknown): void => void seen.push(reason);
  process.on("unhandledRejection", note);
  onTestFinished(() => void process.off("unhandledRejection", note));
  return {
    async settled() {
      await new Promise((resolve) => setImmediate(resolve));
      return seen;
    },
  };
}
