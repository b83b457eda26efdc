import type { Case } from "./case.ts";

const line = "GET /leads";

/** Bodies that are not a JSON array, with the elements that are yielded before the error. */
const wrong: (readonly [name: string, body: string | Uint8Array | string[], before: unknown[]])[] = [
  ["an HTML page", "<!doctype html><p>PRIVATE</p>", []],
  ["an object", '{"message":"PRIVATE"}', []],
  ["an array that ends early", '["a","PRIV', ["a"]],
  ["an array without its end", ["[1,2,", "3"], [1, 2]],
  ["a trailing comma between chunks", ["[1,", "]"], [1]],
  ["content behind the array", "[1] PRIVATE", []],
  ["an element that is not JSON", "[1,PRIVATE]", []],
  ["half a byte order mark", new Uint8Array([0xef, 0x5b, 0x31, 0x5d]), []],
  ["a byte order mark behind a space", new Uint8Array([0x20, 0xef, 0xbb, 0xbf, 0x5b, 0x31, 0x5d]), []],
];

/** Bodies with the preview in the error of their stream, which contains no element. */
const previews: (readonly [body: string, bodyPreview: string])[] = [
  ['{"data":[1]}', '{"data":[1]}'],
  ["x[1]", "x[1]"],
  ['["PRIVATE",x]', "["],
  [' \n ["PRIVATE",x]', " \n ["],
];

export const invalidArrays: Case[] = [
  ...previews.map(
    ([body, bodyPreview]): Case => ({
      title: "the preview of a stream has no element",
      name: body,
      by: "stream",
      responses: [{ body }],
      requests: [line],
      expect: { error: "ResponseError", with: { bodyPreview } },
    }),
  ),
  ...wrong.map(
    ([name, body, before]): Case => ({
      title: "a stream of an invalid body is a ResponseError",
      name,
      by: "stream",
      responses: [{ body, framing: "chunked" }],
      requests: [line],
      expect: { error: "ResponseError", with: { status: 200, attempts: 1 }, elements: before },
    }),
  ),
  {
    title: "a body without bytes is a ResponseError",
    by: "stream",
    responses: [{}],
    requests: [line],
    expect: { error: "ResponseError", with: { bodyPreview: "" } },
  },
  {
    title: "a response without a body is a ResponseError",
    by: "stream",
    responses: [{ status: 204 }],
    requests: [line],
    expect: { error: "ResponseError", with: { status: 204 } },
  },
];
