import type { Row } from "../mutation.ts";

export const body: Row[] = [
  ["reader.cancel();\n      return", "return", "the rest of an endless error is held", "huge error"],
  ["{ stream: !next.done }", "{}", "a character that is split is lost", "split a character"],
  ['/json/i.test(headers.get("content-type") ?? "json")', "true", "text is taken for JSON", "says it is text"],
  ["!!bodyUsed || ", "", "a body that was read is read again", ["any-fetch.test.ts"]],
  ["!!body?.locked || ", "", "a body that is locked is read again", ["any-fetch.test.ts"]],
  [
    "chunks.return?.().catch(() => {});",
    "",
    "an async generator goes on when its loop is left",
    ["any-fetch.test.ts", "leaving"],
  ],
  [
    'if (typeof chunk === "string") return new TextEncoder().encode(chunk);',
    "",
    "chunks of text are no body",
    ["any-fetch.test.ts"],
  ],
  [
    "deadline.guard(collect(reader, Math.min(maxBytes, MAX_STRING_LENGTH)), reader.cancel)",
    "collect(reader, Math.min(maxBytes, MAX_STRING_LENGTH))",
    "a body may stall for ever",
    ["any-fetch.test.ts"],
  ],
  [
    "MAX_STRING_LENGTH)), reader.cancel)",
    "MAX_STRING_LENGTH)))",
    "a body whose time ran out is held",
    ["leftovers.test.ts"],
  ],
  [
    "if (bytes > maxBytes) {\n      reader.cancel();",
    "if (bytes > maxBytes) {",
    "the rest of a large body is downloaded",
    ["size-limits.test.ts"],
  ],
  [
    "if (bytes > maxBytes) {",
    "if (bytes >= maxBytes) {",
    "a body of just the limit is too large",
    ["size-limits.test.ts"],
  ],
  [
    "if (body?.cancel) Promise.resolve(body.cancel()).catch(() => {});",
    "",
    "bodies that nobody reads are held",
    ["leftovers.test.ts"],
  ],
  [
    "Promise.resolve(body.cancel()).catch(() => {})",
    "body.cancel()",
    "a cancel that rejects is an unhandled rejection",
    ["any-fetch.test.ts"],
  ],
  ["body?.destroy?.();", "", "a Node.js stream that nobody reads is held", ["any-fetch.test.ts"]],
  ['body?.on?.("error", () => {});', "", "a Node.js stream that fails late ends the process", ["any-fetch.test.ts"]],
  ["copyText(text, MAX_ERROR_TEXT_LENGTH)", "text", "a long text is kept whole", ["size-limits.test.ts"]],
];
