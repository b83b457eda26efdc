import { expect, test } from "vitest";
import { ByteWriter } from "./byte-writer.js";

test("a text of any length is written once, as UTF-8", () => {
  const writer = new ByteWriter();
  const texts = ["", "a", "ä€😀", "€".repeat(100_000), "x".repeat(200_000), "😀"];
  for (const text of texts) writer.write(text);
  const expected = new TextEncoder().encode(texts.join(""));
  expect(writer.length).toBe(expected.length);
  expect(writer.take()).toEqual(expected);
  expect([writer.length, writer.take().length]).toEqual([0, 0]);
});

test("taken bytes stay unchanged while more is written", () => {
  const writer = new ByteWriter();
  writer.write("first");
  const first = writer.take();
  writer.write("other");
  expect(new TextDecoder().decode(first)).toBe("first");
});
