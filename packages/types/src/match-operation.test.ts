import fc from "fast-check";
import { expect, test } from "vitest";
import { matchOperation, matchPath, operationTable } from "./index.js";

test("matchOperation finds every operation by its method and path", () => {
  for (const [operation, { method, path, pathKeys }] of Object.entries(operationTable)) {
    const values = Object.fromEntries(pathKeys.map((key) => [key, `a ${key}`]));
    const pathname = path.replaceAll(/\{([^}]+)\}/g, (_, key) => encodeURIComponent(values[key] ?? ""));
    expect(matchOperation(method, pathname)).toEqual({ operation, method, path: values });
  }
});

// The unit "binary" of fast-check takes a second to make.
const codePoint = fc
  .oneof(fc.integer({ min: 0, max: 0xd7ff }), fc.integer({ min: 0xe000, max: 0x10_ffff }))
  .map((code) => String.fromCodePoint(code));

test("matchOperation keeps an encoded value within its segment", () => {
  fc.assert(
    fc.property(fc.string({ minLength: 1, unit: codePoint }), (value) => {
      const match = matchOperation("GET", `/flex/spaces/${encodeURIComponent(value)}/items`);
      expect(match).toEqual({ operation: "listItems", method: "GET", path: { spaceId: value } });
    }),
    { seed: 1 },
  );
});

test.for(["/flex/spaces/a/b/items", "/flex/spaces//items", "/flex/spaces/a/items/", "//flex/spaces", "/flex", "/", ""])(
  "matchOperation finds no operation at %j",
  (pathname) => {
    expect(matchPath(pathname)).toEqual([]);
  },
);

test("matchOperation keeps a value that cannot be decoded", () => {
  const match = matchOperation("GET", "/flex/spaces/%ff%2F/items");
  expect(match).toMatchObject({ operation: "listItems", path: { spaceId: "%ff%2F" } });
});

test("matchPath lists the methods of a path", () => {
  expect(matchPath("/flex/spaces/a/items").map(({ method }) => method)).toEqual(["GET", "POST"]);
  expect(matchOperation("PATCH", "/flex/spaces/a/items")).toBeUndefined();
});
