import fc from "fast-check";
import { expect, test } from "vitest";
import { CutError, createElementCutter } from "./element-cutter.js";

const bytesOf = (text: string): Uint8Array => new TextEncoder().encode(text);

function cut(bytes: Uint8Array, ...lengths: number[]): unknown[] {
  const cutter = createElementCutter();
  const elements: unknown[] = [];
  let rest = bytes;
  for (const length of lengths) {
    elements.push(...cutter.feed(rest.subarray(0, length)));
    rest = rest.subarray(length);
  }
  elements.push(...cutter.feed(rest));
  cutter.end();
  return elements;
}

test("gives the same elements as JSON.parse, however the bytes are cut", () => {
  const document = fc.tuple(fc.array(fc.jsonValue()), fc.constantFrom(undefined, 1, "\t")).map(([value, indent]) => {
    return JSON.stringify(value, undefined, indent);
  });
  fc.assert(
    fc.property(document, fc.array(fc.nat(9)), (text, lengths) => {
      expect(cut(bytesOf(text), ...lengths)).toEqual(JSON.parse(text));
    }),
    { numRuns: 1_000 },
  );
});

test("finds the end of a string of any length, with escapes anywhere, however it is cut", () => {
  const part = fc.constantFrom("\\", '"', "a", "ü", "a".repeat(60), ",");
  const strings = fc.array(fc.array(part, { maxLength: 12 }).map((parts) => parts.join("")));
  fc.assert(
    fc.property(strings, fc.array(fc.nat(150)), (values, lengths) => {
      expect(cut(bytesOf(JSON.stringify(values)), ...lengths)).toEqual(values);
    }),
    { numRuns: 1_000 },
  );
});

test("gives the same elements when every byte comes alone", () => {
  const text = ' \n[ {"a\\"]":"\\\\"} ,"\\u00e9ü𝄞", [[],[{}]] ,-1.5e3,true , null,"\\\\\\"," ]\r\n';
  const bytes = bytesOf(text);
  expect(cut(bytes, ...Array.from(bytes, () => 1))).toEqual(JSON.parse(text));
});

test("accepts a byte order mark, an empty array and white space around it", () => {
  expect(cut(bytesOf("\ufeff[1]"), 1, 1, 1)).toEqual([1]);
  expect(cut(bytesOf(" [ \n ] "))).toEqual([]);
});

test("refuses anything that is not a JSON array, wherever it is cut", () => {
  const others = ["{}", '"[]"', "null", "1"];
  const broken = [
    "",
    " ",
    "[",
    "[1",
    "[1,",
    "[1,]",
    "[,]",
    "[,1]",
    "[1,,2]",
    "[1}",
    "[1]]",
    "[1],",
    "[1] 2",
    '["a]',
    "[01]",
    "[{]}]",
  ];
  for (const text of [...others, ...broken, '[{"a":1]', "[1 2]", "[nul]", "[]\ufeff", "x[1]", '["\n"]', '["\\x"]']) {
    for (let length = 0; length <= text.length; length++) {
      expect(() => cut(bytesOf(text), length), text).toThrow(CutError);
    }
  }
});

test("gives elements as soon as they are complete", () => {
  const cutter = createElementCutter();
  expect(cutter.feed(bytesOf('[{"id":1},{"i'))).toEqual([{ id: 1 }]);
  expect(cutter.feed(bytesOf('d":2}'))).toEqual([]);
  expect(cutter.feed(bytesOf(","))).toEqual([{ id: 2 }]);
  expect(cutter.feed(bytesOf("3]"))).toEqual([3]);
});

test("says where, and never what", () => {
  const secret = "jane@example.com";
  expect(() => cut(bytesOf(`[1,2,${secret}]`))).toThrow(/^the body is not a JSON array near byte \d+$/);
  expect(() => cut(bytesOf(`[1,2] ${secret}`))).toThrow("JSON array near byte 6");
});
