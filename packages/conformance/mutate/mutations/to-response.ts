import type { Row } from "../mutation.ts";

export const toResponse: Row[] = [
  [
    "isFalsy(text) ? JSON.stringify({ message: error.message }) : text",
    "text",
    "a falsy error looks like success",
    ["fetch-client.test.ts", "looks like success"],
  ],
  [
    "return !JSON.parse(text);",
    'return text === "";',
    "a falsy JSON error looks like success",
    ["fetch-client.test.ts", "looks like success"],
  ],
  [
    'throw error || new DOMException("The call was aborted", "AbortError");',
    "throw error;",
    "a falsy reason looks like success",
    "by path: method: an abort",
  ],
  ["[204, 205, 304]", "[204, 205]", "304 breaks", "by path: 304"],
  [
    '["content-length", "content-encoding", "transfer-encoding"]',
    "[]",
    "headers describe bytes that are gone",
    ["fetch-client.test.ts"],
  ],
  [
    'if (!hasBody && !response.ok) Object.defineProperty(response, "text", { value: async () => text });',
    "",
    "304 looks like success",
    ["fetch-client.test.ts", "without a body"],
  ],
  [
    'return Object.defineProperty(response, "url", { value: url });',
    "return response;",
    "a response has no URL",
    ["fetch-client.test.ts"],
  ],
  [
    "status < 300 ? status : 204",
    "status",
    "a delete that was carried out fails with 404 by path",
    ["cases.memory.test.ts", "by path"],
  ],
];
