import { expect, test } from "vitest";
import { printResult } from "./print-result.js";

/** What `--json` prints of a record. */
function print({ isTTY }: { readonly isTTY: boolean }): string {
  let printed = "";
  const output = { isTTY, write: (text: string) => (printed += text) };
  printResult({ stdout: output, stderr: output, env: {} }, { json: true }, { id: "\u009b1m\u202elead" }, "");
  return printed;
}

test("the JSON of a result has control characters and direction marks escaped on a terminal only", () => {
  expect(print({ isTTY: true })).toBe('{"id":"\\u009b1m\\u202elead"}\n');
  expect(print({ isTTY: false })).toBe('{"id":"\u009b1m\u202elead"}\n');
});
