import type { Row } from "../mutation.ts";

export const body: Row[] = [
  [
    "if (text.length + value.length >= maxLength) return text + decoder.decode(value);",
    "",
    "an endless error is downloaded whole",
    "huge error",
  ],
  ["reader?.cancel().catch(() => {});", "", "a body whose time ran out is held", "let go"],
  ["{ stream: !next.done }", "{}", "a character that is split is lost", "split a character"],
  ["text.slice(0, 2_000)", "text", "a long text is kept whole", "a long text"],
  ['/json/i.test(headers.get("content-type") ?? "json")', "true", "text is taken for JSON", "says it is text"],
  [
    'return typeof value === "object" && value !== null && !Array.isArray(value);',
    'return typeof value === "object";',
    "null is an object",
    "is due",
  ],
  [
    "deadline.guard(decode(reader, maxLength))",
    "decode(reader, maxLength)",
    "a body may stall for ever",
    "hold up the body",
  ],
  ["body?.cancel().catch(() => {});", "", "bodies that nobody reads are held", "sent again after"],
];
