import type { Row } from "../mutation.ts";

export const body: Row[] = [
  ["text.length + value.length >= maxLength", "false", "an endless error is downloaded whole", "huge error"],
  ["void reader.cancel().catch(() => {});", "{};", "a body whose time ran out is held", "let go"],
  ["cancel();\n      return", "return", "the rest of an endless error is held", "huge error"],
  ["{ stream: !next.done }", "{}", "a character that is split is lost", "split a character"],
  ["text.slice(0, 2_000)", "text", "a long text is kept whole", "a long text"],
  ['/json/i.test(headers.get("content-type") ?? "json")', "true", "text is taken for JSON", "says it is text"],
  [
    'return typeof value === "object" && value !== null && !Array.isArray(value);',
    'return typeof value === "object";',
    "null is an object",
    "is due",
  ],
  ["deadline.onEnd(cancel);", "", "a body may stall for ever", "hold up the body"],
  [
    "if (deadline.interruption) throw deadline.interruption;",
    "",
    "a body whose time ran out is taken for a whole one",
    "hold up the body",
  ],
  ["body?.cancel().catch(() => {});", "", "bodies that nobody reads are held", "sent again after"],
];
