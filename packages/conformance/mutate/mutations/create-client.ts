import type { Row } from "../mutation.ts";

export const createClient: Row[] = [
  [
    "throw error instanceof ConfigurationError ? withCall(error, new Call(id, shape, known)) : error;",
    "throw error;",
    "a refusal does not name its call",
    "a call refuses",
  ],
  [
    'if (shape.answers === "array") stream[id]',
    "stream[id]",
    "operations without elements can be streamed",
    ["stream-consumer.test.ts"],
  ],
  ["if (!settled.ok && settled.rejects) throw settled.error;", "", "an abort is a result of safe", "safe: an abort"],
  [
    'Object.defineProperty(result, "response", { value: response })',
    "Object.assign(result, { response })",
    "a result cannot be cloned",
    ["errors.test.ts"],
  ],
  [
    "const prepared = capture(() => prepare(given));",
    "const prepared = () => prepare(given);",
    "a stream sends an input that was changed later",
    ["stream-consumer.test.ts"],
  ],
];
