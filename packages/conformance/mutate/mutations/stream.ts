import type { Row } from "../mutation.ts";

export const stream: Row[] = [
  ["deadline.stop();", "", "the clock runs while the consumer works", ["stream-consumer.test.ts", "slow consumer"]],
  ['deadline.start("timeoutMs", timeoutMs);', "", "a stream may stall for ever", "stalls between"],
  ["deadline.cancel();", "", "a download leaves its listener", "stream"],
  [
    "reader?.cancel().catch(() => {});\n    deadline.cancel();",
    "",
    "a download goes on when its loop is left",
    ["stream-consumer.test.ts"],
  ],
  [
    "finally {\n    cancel();",
    "finally {",
    "a loop that is left does not end the download",
    ["stream-consumer.test.ts"],
  ],
  [
    "if (deadline.interruption) throw deadline.interruption;",
    "",
    "an abort inside of the loop is noticed late",
    ["stream-consumer.test.ts", "aborts its own"],
  ],
  ["cutter.end();", "", "an array may end early", "is a ResponseError"],
  [
    "first: await read()",
    "first: new Uint8Array(0)",
    "nothing is sent again before the first byte",
    "before its first byte",
  ],
  [
    'deadline.interruption ?? { kind: "connection", cause }',
    '{ kind: "connection", cause }',
    "a stream that stalls is a failed connection",
    "stalls between",
  ],
  ["deadline.guard(reader.read())", "reader.read()", "a stream that ignores its signal may stall for ever", "stream"],
];
