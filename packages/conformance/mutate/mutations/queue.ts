import type { Row } from "../mutation.ts";

export const queue: Row[] = [
  ["if (free <= 0) return wait(call);", "", "maxConcurrency is not looked at", ["concurrency.test.ts"]],
  [
    'deadline.start("totalTimeoutMs", settings.totalTimeoutMs, remainingMs);',
    "",
    "totalTimeoutMs does not end the wait for a turn",
    ["concurrency.test.ts"],
  ],
  [
    "const [admit] = waiting;",
    "const admit = [...waiting].at(-1);",
    "the last call comes first",
    ["concurrency.test.ts"],
  ],
  [
    "waiting.delete(admit);\n        resolve(interruption);",
    "resolve(interruption);",
    "a call that was aborted takes a place",
    ["concurrency.test.ts"],
  ],
  [
    "waiting.delete(admit);\n        resolve(interruption);",
    "resolve(interruption);\n        Promise.resolve().then(() => waiting.delete(admit));",
    "a call that was aborted in the moment of its turn takes a place",
    ["concurrency.test.ts"],
  ],
  ["free += 1;\n        return;", "free += 1;", "a turn is given to nobody", ["concurrency.test.ts"]],
  [
    "const deadline = new Deadline(settings.signal);",
    "const deadline = new Deadline(undefined);",
    "an abort does not end the wait for a turn",
    ["concurrency.test.ts"],
  ],
];
