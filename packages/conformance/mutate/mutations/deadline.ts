import type { Row } from "../mutation.ts";

export const deadline: Row[] = [
  ["Math.min(ms, LONGEST_TIMER_MS)", "ms", "a long limit runs out at once", "does not run out at once"],
  ["startTimer(resume, ms)", "setTimeout(resume, ms)", "a long wait is none", "a timer cannot hold"],
  ["if (signal.aborted) abort();", "", "an abort before the call is not noticed", "before the call"],
  ["if (this.interruption) callback(this.interruption);", "", "work begins after its end", ["observers.test.ts"]],
  [
    "close(): void {\n    clearTimeout(this.#timer);",
    "close(): void {",
    "timers are not cleared",
    "resolves to its data",
  ],
  ["this.#forget?.();", "", "listeners are left on the caller's signal", ["leftovers.test.ts", "2 000 calls"]],
  [
    "this.close();\n    this.interruption = interruption;",
    "this.interruption = interruption;",
    "a call that was ended leaves its listener",
    "abort",
  ],
  [
    'interruption.kind === "aborted" ? interruption.reason : undefined',
    "undefined",
    "fetch is not told the reason",
    ["late-answers.test.ts"],
  ],
  ["this.#onEnd?.(interruption);", "", "what ignores its signal is waited for", "ignores its signal"],
  [
    "if (!callbacks.size) signal.removeEventListener",
    "if (false) signal.removeEventListener",
    "a shared signal keeps a listener",
    ["leftovers.test.ts", "2 000 calls"],
  ],
  ["callbacks.delete(callback);", "", "a shared signal holds every call", ["leftovers.test.ts", "2 000 calls"]],
  ["if (this.interruption) return;", "", "a wait begins after an abort", ["backoff.test.ts"]],
  ["if (reason !== undefined) return reason;", "", "the caller's reason is replaced", "abort"],
  [
    'const message = "This operation was aborted";',
    'return reason;\n  const message = "";',
    "a signal without a reason rejects with undefined",
    ["any-fetch.test.ts"],
  ],
  ["cleanUp?.();", "", "a body whose time ran out is held", ["any-fetch.test.ts"]],
];
