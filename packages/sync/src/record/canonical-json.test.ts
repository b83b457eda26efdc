import { expect, test } from "vitest";
import { toCanonicalJson } from "./canonical-json.js";

test("the order of keys makes no difference, at any depth", () => {
  expect(toCanonicalJson({ b: [{ d: 1, c: 2 }], a: null })).toBe('{"a":null,"b":[{"c":2,"d":1}]}');
});

test("objects with other keys than those before them keep all of them", () => {
  const objects = [{ b: 1, a: 2 }, { "a\0b": 3 }, { "b\0a": 4 }, { a: 5 }, { b: 6, a: 7, c: 8 }, { b: 9, a: 10 }];
  for (const _ of "twice") {
    for (const object of objects) expect(JSON.parse(toCanonicalJson(object))).toEqual(object);
  }
});

test("objects keep their keys sorted when more key sets come than are kept", () => {
  for (let index = 0; index < 1100; index++) {
    const value = { [`key${index}`]: { d: 1, [`c${index}`]: 2 }, b: [{ f: 3, e: 4 }], a: 5 };
    const expected = `{"a":5,"b":[{"e":4,"f":3}],"key${index}":{"c${index}":2,"d":1}}`;
    expect(toCanonicalJson(value)).toBe(expected);
  }
});

test("a key that is named like the prototype stays a key", () => {
  expect(toCanonicalJson(JSON.parse('{"b":1,"__proto__":{"d":1,"c":2}}'))).toBe('{"__proto__":{"c":2,"d":1},"b":1}');
});
