import type { Row } from "../mutation.ts";

export const stream: Row[] = [
  ["deadline.stop();", "", "the clock runs while the consumer works", ["stream-consumer.test.ts", "slow consumer"]],
  ['deadline.start("timeoutMs", timeoutMs);', "", "a stream may stall for ever", "stalls between"],
  ["deadline.cancel();", "", "a download leaves its listener", "stream"],
  ["cutter.end();", "", "an array may end early", "is a ResponseError"],
  [
    "first: await read()",
    "first: new Uint8Array(0)",
    "nothing is sent again before the first byte",
    "before its first byte",
  ],
  [
    "reader.cancel();\n    deadline.cancel();",
    "",
    "a download goes on when its loop is left",
    ["stream-consumer.test.ts"],
  ],
  ["download?.cancel();", "", "a loop that is left does not end the download", ["stream-consumer.test.ts"]],
  [
    "leaving.abort(LEFT);\n      return elements.return();",
    "return elements.return();",
    "leaving waits for the next element",
    ["stream-consumer.test.ts"],
  ],
  ["if (error !== LEFT) throw error;", "throw error;", "leaving is an error", ["stream-consumer.test.ts"]],
  [
    "if (deadline.interruption) throw errorOf(call, deadline.interruption);",
    "",
    "an abort inside of the loop is noticed late",
    ["stream-consumer.test.ts"],
  ],
  [
    "deadline.interruption ?? toFailure(cause)",
    "toFailure(cause)",
    "a stream that stalls is a failed connection",
    "while the stream waits",
  ],
  [
    "await deadline.guard(reader.read(), reader.cancel)",
    "await reader.read()",
    "a stream that ignores its signal may stall for ever",
    ["any-fetch.test.ts"],
  ],
  [
    "/^\\s*\\[/.exec(preview)?.[0] ?? preview",
    "preview",
    "an error shows elements of other people",
    ["stream-consumer.test.ts"],
  ],
  ["`element ${count}: ${problem}`", "problem", "which element is wrong is not said", ["stream-consumer.test.ts"]],
  ["if (signal?.aborted) abort();", "", "a stream whose signal has aborted is sent", "before"],
  ["unsubscribe?.();", "", "a stream leaves a listener on the caller's signal", "stream"],
];
