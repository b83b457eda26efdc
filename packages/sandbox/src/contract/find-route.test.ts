import { operationTable } from "@serviceform/types";
import fc from "fast-check";
import { expect, test } from "vitest";
import { findRoute } from "./find-route.js";

test("every operation is found by its method and path", () => {
  for (const [operation, { method, path, pathKeys }] of Object.entries(operationTable)) {
    const values = Object.fromEntries(pathKeys.map((key) => [key, `a ${key}`]));
    const pathname = path.replace(/\{(\w+)\}/g, (_, key) => encodeURIComponent(values[key] ?? ""));
    expect(findRoute(method, pathname)).toEqual({ operation, path: values });
  }
});

test("a value that is encoded stays within its segment, whatever it is", () => {
  fc.assert(
    fc.property(fc.string({ minLength: 1, unit: "binary" }), (value) => {
      const found = findRoute("GET", `/flex/spaces/${encodeURIComponent(value)}/items`);
      expect(found).toEqual({ operation: "listItems", path: { spaceId: value } });
    }),
    { seed: 1 },
  );
});

test.each([
  "/flex/spaces/a/b/items",
  "/flex/spaces//items",
  "/flex/spaces/a/items/",
  "//flex/spaces",
  "/flex",
  "/",
  "",
])("%j leads nowhere", (pathname) => expect(findRoute("GET", pathname)).toBeUndefined());

test("what cannot be decoded stays as it is", () => {
  expect(findRoute("GET", "/flex/spaces/%ff%2F/items")).toEqual({
    operation: "listItems",
    path: { spaceId: "%ff%2F" },
  });
});

test("a path with another method says which ones it has", () => {
  expect(findRoute("PATCH", "/flex/spaces/a/items")).toEqual({ operation: undefined, allow: ["GET", "POST"] });
});
