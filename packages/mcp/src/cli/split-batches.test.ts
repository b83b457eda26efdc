import { Readable } from "node:stream";
import { text } from "node:stream/consumers";
import { expect, test } from "vitest";
import { splitBatches } from "./split-batches.js";

const ONE = '{"jsonrpc":"2.0","id":1,"method":"ping"}';
const TWO = '{"jsonrpc":"2.0","id":2,"method":"tools/call","params":{"name":"ä [\\n]"}}';

test.for([
  { name: "a batch becomes a line for each message", input: `[${ONE},\t${TWO}]\n`, expected: `${ONE}\n${TWO}\n` },
  { name: "a batch may end as on Windows", input: `[${ONE}]\r\n${TWO}\r\n`, expected: `${ONE}\n${TWO}\r\n` },
  { name: "a batch without the end of its line is read", input: `[${ONE},${TWO}]`, expected: `${ONE}\n${TWO}\n` },
  { name: "single messages stay as they are", input: `${ONE}\n\n ${TWO}\n`, expected: `${ONE}\n\n ${TWO}\n` },
  { name: "an empty batch stays as it is", input: `[]\n${ONE}\n`, expected: `[]\n${ONE}\n` },
  { name: "a line that is no JSON stays as it is", input: `[${ONE}\n${TWO}\n`, expected: `[${ONE}\n${TWO}\n` },
])("$name, in chunks of any size", async ({ input, expected }) => {
  const bytes = Buffer.from(input);
  for (const size of [1, 2, 7, bytes.length]) {
    const chunks = Array.from({ length: Math.ceil(bytes.length / size) }, (_, index) =>
      bytes.subarray(index * size, (index + 1) * size),
    );
    expect(await text(splitBatches(Readable.from(chunks))), `chunks of ${size} bytes`).toBe(expected);
  }
});

test("a line that is too long is passed on before its end", async () => {
  const long = `[${"x".repeat(11 * 1024 * 1024)}`;
  const input = new Readable({ read() {} });
  const output = splitBatches(input);
  input.push(long);
  let length = 0;
  for await (const chunk of output) {
    length += chunk.length;
    if (length === long.length) break;
  }
  expect(length).toBe(long.length);
});
