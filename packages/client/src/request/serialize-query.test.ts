import { expect, test } from "vitest";
import { serializeQuery } from "./serialize-query.js";

test.for([
  [{}, ""],
  [{ a: undefined, b: "c d" }, "?b=c%20d"],
  [{ a: ["x", 1, false], b: -1.5 }, "?a=x&a=1&a=false&b=-1.5"],
  [{ "a&b": "" }, "?a%26b="],
])("serializeQuery serializes %j as %s", ([values, query]) => {
  expect(serializeQuery(values)).toBe(query);
});

const scalar = "a must be a well-formed string, a finite number other than -0 or a boolean";

test.for([
  [{ a: [] }, "a must not be an empty array; leave it out"],
  [{ a: null }, scalar],
  [{ a: {} }, scalar],
  [{ a: -0 }, scalar],
  [{ a: Number.NaN }, scalar],
  [{ a: "\ud800" }, scalar],
  [{ a: ["b", [1]] }, scalar],
  [{ a: 2 ** 53 }, "a must be a safe integer; pass a larger one as a string"],
  [{ a: [1, 2 ** 53] }, "a must be a safe integer; pass a larger one as a string"],
  [{ a: new Array(1) }, "a must have no holes or named keys; they would be lost"],
  [{ a: Object.assign(["b"], { c: "d" }) }, "a must have no holes or named keys; they would be lost"],
])("serializeQuery rejects %o: %s", ([values, message]) => {
  expect(() => serializeQuery(values)).toThrow(expect.objectContaining({ code: "invalid_input", param: "a", message }));
});

test.for([
  [new Map([["a", 1]]), "query must be a plain object"],
  [{ [Symbol("a")]: 1 }, "query must have no symbol or hidden keys; they would be lost"],
])("serializeQuery rejects %o as values: %s", ([values, message]) => {
  const error = { code: "invalid_input", param: "query", message };
  expect(() => serializeQuery(values)).toThrow(expect.objectContaining(error));
});
