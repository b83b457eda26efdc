import type { Row } from "../mutation.ts";

export const createClient: Row[] = [
  [
    "throw error instanceof ConfigurationError ? withCall(error, call) : error;",
    "throw error;",
    "a refusal does not name its call",
    "a call refuses",
  ],
  [
    'if (shape.answers !== "array") continue;',
    "",
    "operations without elements can be streamed",
    ["stream-consumer.test.ts"],
  ],
  ["if (!settled.ok && settled.rejects) throw settled.error;", "", "an abort is a result of safe", "safe: an abort"],
  [
    "if (body) call.body = serializeBody(body);",
    "if (body && Object.keys(body).length) call.body = serializeBody(body);",
    "an empty filter is not sent",
    "without input",
  ],
];
