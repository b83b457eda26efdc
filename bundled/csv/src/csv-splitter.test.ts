import { expect, test } from "vitest";
import { CsvSplitter } from "./csv-splitter.js";

function split(text: string, separator?: string) {
  const splitter = new CsvSplitter(separator);
  return [...splitter.push(Buffer.from(text)), ...splitter.end()];
}

test("rows have cells, the line on which they start and the byte after their end", () => {
  expect(split('\ufeff"na""me",ä\r\n\r\n"two\nlines",\r\n=1,"a, b"')).toEqual([
    { cells: ['na"me', "ä"], line: 1, endsAt: 16 },
    { cells: ["two\nlines", ""], line: 3, endsAt: 32 },
    { cells: ["=1", "a, b"], line: 5, endsAt: 41 },
  ]);
});

test("rows are the same in chunks of a byte", () => {
  const text = '\ufeff"a ""b""",\u{1F600}\r\n"c\r\nd",e\n';
  const splitter = new CsvSplitter();
  const rows = [...Buffer.from(text)].flatMap((byte) => splitter.push(Uint8Array.of(byte)));
  expect(rows).toEqual(split(text));
  expect(splitter.end()).toEqual([]);
});

test("a quote within a cell is text, and the separator can be another", () => {
  expect(split('5" pipe;a,b\n6" pipe;c', ";").map(({ cells }) => cells)).toEqual([
    ['5" pipe', "a,b"],
    ['6" pipe', "c"],
  ]);
});

test.for([
  ['a\n"b\nc\n', "line 2: a quote is not closed"],
  ['a\n"b\nc"d\n', "line 2: text follows a quoted cell"],
] as const)("%j is rejected", ([text, message]) => {
  expect(() => split(text)).toThrow(new Error(message));
});
