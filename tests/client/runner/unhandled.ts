import { onTestFinished } from "vitest";

/** Collects unhandled rejections from now on; `settled` returns them when pending work has run. */
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
