import { runInThisContext } from "node:vm";
import { expect, test } from "vitest";
import { Identifier, printLiteral } from "./print-literal.ts";

const long = "it's `long` \\ ".repeat(20);

test.for([
  ["a short value", { a: 1, "b-c": ["d", null], e: {} }],
  ["a long value", { text: long, "'": [long] }],
  ["a key that would set the prototype", JSON.parse('{"__proto__":{"a":1}}')],
  ["the same in a long value", JSON.parse(`{"__proto__":${JSON.stringify(long)}}`)],
] as const)("prints %s as what it was", ([, value]) => {
  const printed = runInThisContext(`(${printLiteral(value, 0)})`);
  expect(JSON.stringify(printed)).toBe(JSON.stringify(value));
});

test("printLiteral prints names of constants, and one line per outer entry", () => {
  const value = { one: new Identifier("$One"), many: [new Identifier("$One")], none: undefined, inner: { a: 1 } };
  expect(printLiteral(value, 1)).toBe("{\n  one: $One,\n  many: [$One],\n  inner: { a: 1 },\n}");
});
