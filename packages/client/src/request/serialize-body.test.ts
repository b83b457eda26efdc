import { expect, test } from "vitest";
import { serializeBody, writeJson } from "./serialize-body.js";

const nested: { self?: object } = {};
nested.self = { nested };
const list: unknown[] = [];
list.push([list]);

test.for([
  [{ a: Number.NaN }, "a", "a must be a JSON value; it would be lost or changed"],
  [{ a: { b: [new Map()] } }, "a.b[0]", "a.b[0] must be a JSON value; it would be lost or changed"],
  [{ a: { b: 2 ** 53 } }, "a.b", "a.b must be a safe integer; pass a larger one as a string"],
  [{ a: { [Symbol("b")]: 1 } }, "a", "a must have no symbol or hidden keys; they would be lost"],
  [{ a: [new Array(1)] }, "a[0]", "a[0] must have no holes or named keys; they would be lost"],
  [new Map(), "body", "body must be a plain object"],
] as const)("serializeBody rejects %o and names %s", ([body, param, message]) => {
  expect(() => serializeBody(body)).toThrow(expect.objectContaining({ code: "invalid_input", param, message }));
});

test.for([nested, list])("writeJson rejects %o, which contains itself", (value) => {
  const message = expect.stringMatching(/^body.{200,} must be a JSON value/);
  expect(() => writeJson("body", value)).toThrow(expect.objectContaining({ code: "invalid_input", message }));
});

test("writeJson writes minus zero, which JSON.stringify loses", () => {
  expect(writeJson("body", { a: [-0, 0, null, "\u2028", false], b: undefined })).toBe(
    '{"a":[-0,0,null,"\u2028",false]}',
  );
});
