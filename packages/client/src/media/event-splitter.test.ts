import fc from "fast-check";
import { expect, test } from "vitest";
import { EventSplitter } from "./event-splitter.js";

interface Event {
  event: string;
  data: string;
  id: string;
  retry?: number;
}

/** The algorithm of WHATWG HTML, 9.2.6, step by step over the whole text. */
function interpret(bytes: Uint8Array): Event[] {
  const text = new TextDecoder().decode(bytes).replaceAll("\r\n", "\n").replaceAll("\r", "\n");
  const events: Event[] = [];
  let [data, event, id] = ["", "", ""];
  let retry: number | undefined;
  for (const line of text.split("\n").slice(0, -1)) {
    if (line === "") {
      if (data !== "") {
        events.push({ event: event || "message", data: data.slice(0, -1), id, ...(retry !== undefined && { retry }) });
        retry = undefined;
      }
      data = "";
      event = "";
      continue;
    }
    const [, field = "", , value = ""] = /^([^:]*)(: ?)?(.*)$/s.exec(line) ?? [];
    if (field === "event") event = value;
    if (field === "data") data += `${value}\n`;
    if (field === "id" && !value.includes("\0")) id = value;
    if (field === "retry" && /^[0-9]+$/.test(value)) retry = Number(value);
  }
  return events;
}

const text = fc.stringMatching(/^[a-z :{}Ä🙂\0\uFEFF0-9]{0,6}$/u);
const line = fc.oneof(
  {
    weight: 4,
    arbitrary: fc.tuple(fc.constantFrom("data", "event", "id", "retry"), fc.constantFrom(":", ": ", ":  "), text),
  },
  { weight: 1, arbitrary: fc.tuple(fc.constantFrom("data", "", "other"), fc.constantFrom("", ":"), fc.constant("")) },
  { weight: 1, arbitrary: fc.tuple(fc.constant("retry"), fc.constant(": "), fc.nat().map(String)) },
  { weight: 3, arbitrary: fc.constant(["", "", ""]) },
);
const stream = fc
  .tuple(
    fc.constantFrom("", "\uFEFF", "\uFEFF\uFEFF"),
    fc.array(fc.tuple(line, fc.constantFrom("\n", "\r", "\r\n")), { maxLength: 24 }),
    text,
  )
  .map(([start, lines, rest]) => start + lines.map(([parts, end]) => parts.join("") + end).join("") + rest);

test("events match WHATWG HTML for any chunks", () => {
  let eventCount = 0;
  const property = fc.property(stream, fc.array(fc.nat({ max: 400 }), { maxLength: 40 }), (body, cuts) => {
    const bytes = new TextEncoder().encode(body);
    const splitter = new EventSplitter(Number.POSITIVE_INFINITY, undefined);
    const ends = [...new Set(cuts.map((cut) => Math.min(cut, bytes.length))), bytes.length].sort((a, b) => a - b);
    const events = ends.flatMap((end, index) => splitter.push(bytes.slice(ends[index - 1] ?? 0, end)));
    const expected = interpret(bytes);
    eventCount += expected.length;
    expect([...events, ...splitter.end()]).toEqual(expected);
  });
  fc.assert(property, { numRuns: 1_000, seed: 1 });
  expect(eventCount).toBeGreaterThan(100);
});

test("chunks of one byte give the same events as one chunk", () => {
  const bytes = new TextEncoder().encode("\uFEFFdata: Ä\r\rdata: 1\r\ndata: 2\r\n\r\n\ndata\n\n");
  const splitter = new EventSplitter(Number.POSITIVE_INFINITY, undefined);
  const events = [...bytes].flatMap((byte) => splitter.push(Uint8Array.of(byte)));
  expect(events).toEqual(["Ä", "1\n2", ""].map((data) => ({ event: "message", data, id: "" })));
});

test("lines of an unfinished event count towards its size", () => {
  const splitter = new EventSplitter(20, undefined);
  const push = (text: string) => splitter.push(new TextEncoder().encode(text));
  expect(push("data: 1234567890\n\ndata: 12\n")).toHaveLength(1);
  expect(() => push(": 1234567890123")).toThrow("an event exceeds 20 bytes (maxResponseBytes)");
});
