import fc from "fast-check";
import { expect, test } from "vitest";
import { ContractViolation } from "../errors/contract-violation.js";
import { createJsonArraySplitter } from "./json-array-splitter.js";

const bytesOf = (text: string): Uint8Array => new TextEncoder().encode(text);

function split(bytes: Uint8Array, ...lengths: number[]): unknown[] {
  const splitter = createJsonArraySplitter(Number.POSITIVE_INFINITY);
  const elements: unknown[] = [];
  let rest = bytes;
  for (const length of lengths) {
    elements.push(...splitter.push(rest.subarray(0, length)));
    rest = rest.subarray(length);
  }
  elements.push(...splitter.push(rest));
  splitter.end();
  return elements;
}

test("the splitter returns the elements of JSON.parse wherever the chunks end", () => {
  const document = fc.tuple(fc.array(fc.jsonValue()), fc.constantFrom(undefined, 1, "\t")).map(([value, indent]) => {
    return JSON.stringify(value, undefined, indent);
  });
  fc.assert(
    fc.property(document, fc.array(fc.nat(9)), (text, lengths) => {
      expect(split(bytesOf(text), ...lengths)).toEqual(JSON.parse(text));
    }),
    { numRuns: 1_000, seed: 1 },
  );
});

test("the splitter finds the end of strings with escapes wherever the chunks end", () => {
  const part = fc.constantFrom("\\", '"', "a", "ü", "a".repeat(60), ",");
  const strings = fc.array(fc.array(part, { maxLength: 12 }).map((parts) => parts.join("")));
  fc.assert(
    fc.property(strings, fc.array(fc.nat(150)), (values, lengths) => {
      expect(split(bytesOf(JSON.stringify(values)), ...lengths)).toEqual(values);
    }),
    { numRuns: 1_000, seed: 1 },
  );
});

test("the splitter returns the elements of JSON.parse when every chunk is one byte", () => {
  const text = ' \n[ {"a\\"]":"\\\\"} ,"\\u00e9ü𝄞", [[],[{}]] ,-1.5e3,true , null,"\\\\\\"," ]\r\n';
  const bytes = bytesOf(text);
  expect(split(bytes, ...Array.from(bytes, () => 1))).toEqual(JSON.parse(text));
});

test("the splitter accepts a byte order mark, an empty array and blanks around it", () => {
  expect(split(bytesOf("\ufeff[1]"), 1, 1, 1)).toEqual([1]);
  expect(split(bytesOf(" [ \n ] "))).toEqual([]);
});

test("the splitter rejects anything but a JSON array wherever the chunks end", () => {
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
    "[1}]",
    "[1]]",
    "[1],",
    "[1] 2",
    "[1][2]",
    '["a]',
    "[01]",
    "[{]}]",
  ];
  for (const text of [
    ...others,
    ...broken,
    '[{"a":1]',
    "[1 2]",
    "[nul]",
    "[]\ufeff",
    "[1,\ufeff2]",
    " \ufeff[1]",
    "x[1]",
    '["\n"]',
    '["\\x"]',
  ]) {
    for (let length = 0; length <= text.length; length++) {
      expect(() => split(bytesOf(text), length), text).toThrow(ContractViolation);
    }
  }
});

test.for([
  ["\ufeff\ufeff[1]", bytesOf("\ufeff\ufeff[1]")],
  ["a part of a byte order mark", Uint8Array.of(0xef, 0xbb, 0x5b, 0x5d)],
  ["a byte order mark with a blank in it", Uint8Array.of(0xef, 0x20, 0xbb, 0xbf, 0x5b, 0x5d)],
] as const)("the splitter rejects %s wherever the chunks end", ([, bytes]) => {
  for (let length = 0; length <= bytes.length; length++) expect(() => split(bytes, length)).toThrow(ContractViolation);
});

test("the splitter rejects an incomplete element above its limit, in bytes", () => {
  const message = "an element exceeds 5 bytes (maxResponseBytes)";
  for (const lengths of [[], [1], [3], [2, 2]]) {
    const splitter = createJsonArraySplitter(5);
    const pushAll = (text: string): unknown[][] => {
      let rest = bytesOf(text);
      return [...lengths, rest.length].map((length) => {
        const chunk = rest.subarray(0, length);
        rest = rest.subarray(length);
        return splitter.push(chunk);
      });
    };
    pushAll('[10,"äb');
    expect(pushAll('",12345').flat()).toEqual(["äb"]);
    expect(pushAll(",").flat()).toEqual([12345]);
    expect(() => pushAll('"ääb')).toThrow(message);
  }
});

test("the splitter returns elements as soon as they are complete", () => {
  const splitter = createJsonArraySplitter(Number.POSITIVE_INFINITY);
  expect(splitter.push(bytesOf('[{"id":1},{"i'))).toEqual([{ id: 1 }]);
  expect(splitter.push(bytesOf('d":2}'))).toEqual([]);
  expect(splitter.push(bytesOf(","))).toEqual([{ id: 2 }]);
  expect(splitter.push(bytesOf("3]"))).toEqual([3]);
});

test("the splitter names the byte of an error and never quotes the bytes", () => {
  const secret = "jane@example.com";
  expect(() => split(bytesOf(`[1,2,${secret}]`))).toThrow(/^the body is not a JSON array near byte \d+$/);
  const text = `\ufeff\n[1,2] ${secret}`;
  for (let length = 0; length <= text.length; length++)
    expect(() => split(bytesOf(text), length, 2)).toThrow("JSON array near byte 10");
  expect(() => split(bytesOf(" [1,2"), 3)).toThrow("JSON array near byte 5");
  expect(() => split(bytesOf(" [1}"), 1)).toThrow("JSON array near byte 3");
  expect(() => split(bytesOf(" ["), 1)).toThrow("JSON array near byte 2");
});
