import { expect, test } from "vitest";
import { measureJson } from "./measure-json.js";

const times = 1_000;
const repeat = (json: string) => `[${Array(times).fill(json)}]`;

// What Node.js 20 and 24 keep for each, without pointer compression.
test.each([
  ["1", 8],
  ["0.5", 24],
  ['""', 8],
  ['"abcd"', 24],
  ["[]", 24],
  ["{}", 64],
  ['{"a":1}', 64],
])("%s is counted with no less than the %i bytes that it takes", (json, bytes) => {
  expect(measureJson(JSON.parse(repeat(json))).bytes).toBeGreaterThanOrEqual(times * bytes);
});

test("a text is counted with two bytes for each character, a name too", () => {
  const text = "ü".repeat(5_000);
  for (const value of [text, [text], { [text]: 1 }]) {
    expect(measureJson(value).bytes).toBeGreaterThan(10_000);
    expect(measureJson(value).bytes).toBeLessThan(11_000);
  }
});

test.each([
  ["1", 1],
  ["{}", 1],
  ["[[],[[1]]]", 4],
  [`${'{"a":['.repeat(50_000)}${"]}".repeat(50_000)}`, 100_000],
])("the levels of nesting are counted, however many there are", (json, depth) => {
  expect(measureJson(JSON.parse(json)).depth).toBe(depth);
});
