import { expect, test } from "vitest";
import { isPlainObject } from "./plain-object.js";

class Point {
  readonly x = 1;
}

test.for([
  ["a literal", { a: 1 }],
  ["an object without a prototype", Object.create(null)],
  ["an object whose prototype has no properties", Object.create(Object.create(null))],
  ["a literal with a key called constructor", { constructor: 1 }],
] as const)("%s is a plain object", ([, value]) => {
  expect(isPlainObject(value)).toBe(true);
});

test.for([
  ["null", null],
  ["undefined", undefined],
  ["a text", "a"],
  ["a number", 5],
  ["a function", () => 1],
  ["a function without a prototype", Object.setPrototypeOf(() => 1, null)],
  ["an array", []],
  ["a Map", new Map()],
  ["a date", new Date(0)],
  ["an instance of a class", new Point()],
  ["an object that inherits a property", Object.create({ a: 1 })],
  [
    "an object that inherits a property from one without prototype",
    Object.create(Object.assign(Object.create(null), { a: 1 })),
  ],
  ["an object of an object of a literal", Object.create(Object.create({}))],
] as const)("%s is no plain object", ([, value]) => {
  expect(isPlainObject(value)).toBe(false);
});
