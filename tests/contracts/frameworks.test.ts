import { expect, test } from "vitest";
import { frameworks } from "./cases/frameworks.ts";
import { connect, jsonInit, send } from "./connect.ts";
import { loadContract } from "./load-contract.ts";

const loaded = await loadContract(frameworks);
const { getRow, updateRow } = loaded.validators;
const rowId = "a-b.c:1-2";
const owner = { name: "Ann" };

test("parameters that can be null, and those of a single part, are sent", async () => {
  const { client, sent, handled } = connect(loaded, { owner });
  const query = { text: "a", kind: "a", sizes: [1], order: "down", next: "up", last: "up", filter: { size: 1 } };
  const input = { rowId, ...query, "X-Order": "down" };
  await client.getRow?.(input);
  expect(sent[0]?.url).toBe(
    "https://api.test/rows/a-b.c%3A1-2?text=a&kind=a&sizes=1&order=down&next=up&last=up&filter%5Bsize%5D=1",
  );
  expect(sent[0]?.headers).toMatchObject({ "x-order": "down" });
  expect(handled).toEqual([{ operation: "getRow", input }]);
});

test.for(["text", "kind", "sizes", "order", "next", "last", "X-Order"])(
  "null is rejected for the parameter %s, since no text means null",
  async (name) => {
    const { client, sent } = connect(loaded, { owner });
    await expect(client.getRow?.({ rowId, [name]: null })).rejects.toThrow(name);
    expect(sent).toEqual([]);
    expect(getRow?.input.validate({ rowId, [name]: null })).toMatchObject([{ path: `/${name}` }]);
  },
);

test("a parameter that is a number or any text arrives as text", async () => {
  const { client, sent, handled } = connect(loaded, { owner });
  await client.getRow?.({ rowId, ids: [7, "a b"] });
  expect(sent[0]?.url).toBe("https://api.test/rows/a-b.c%3A1-2?ids=7&ids=a%20b");
  expect(handled).toEqual([{ operation: "getRow", input: { rowId, ids: ["7", "a b"] } }]);
  expect(getRow?.input.validate({ rowId, ids: [7, "a b"] })).toEqual([]);
  expect(getRow?.input.validate({ rowId, ids: [true] })).toHaveLength(1);
});

test("a form field without a type is sent as text, and an object is rejected", async () => {
  const { client, sent, handled } = connect(loaded);
  await client.createRoute?.({ routing: '{"a":1}', name: "b" });
  expect(sent[0]?.body).toBe("routing=%7B%22a%22%3A1%7D&name=b");
  expect(handled).toEqual([{ operation: "createRoute", input: { routing: '{"a":1}', name: "b" } }]);
  await expect(client.createRoute?.({ routing: { a: 1 } })).rejects.toThrow("routing must be a well-formed string");
  expect(sent).toHaveLength(1);
});

test("a schema that a parameter shares with a body can still be null there", () => {
  expect(getRow?.output.validate({ owner, order: null })).toEqual([]);
});

test.for([
  ["a-b.c:1-2", true],
  ["a:b.c:1-2", false],
  ["a-b.c:1", false],
] as const)("a pattern with escapes that the u flag forbids is validated: %s: %s", ([value, isValid]) => {
  expect(getRow?.input.validate({ rowId: value }).length === 0).toBe(isValid);
});

test.for([
  [{ secret: owner }, true],
  [{ secret: owner, former: owner }, true],
  [{}, false],
] as const)("a request lacks a property with readOnly beside its reference: %j: %s", async ([row, isValid]) => {
  expect(updateRow?.input.validate({ rowId, ...row }).length === 0).toBe(isValid);
  const { status } = await send(connect(loaded, { owner }), `/rows/${rowId}`, jsonInit(row, "PUT"));
  expect(status).toBe(isValid ? 200 : 400);
});

test.for([
  [{ owner }, true],
  [{ owner, heir: null }, true],
  [{ owner, heir: owner }, true],
  [{ owner, heir: {} }, false],
  [{ owner, former: null }, false],
  [{}, false],
] as const)("a response has a property with readOnly or nullable beside its reference: %j: %s", ([row, isValid]) => {
  expect(getRow?.output.validate(row).length === 0).toBe(isValid);
});

test.for([
  [{ kind: "text", text: "a" }, true],
  [{ kind: "size", size: 1 }, true],
  [{ kind: "Size", size: 1 }, false],
] as const)("each form is tried if none can have its name in the discriminator: %j: %s", ([note, isValid]) => {
  expect(getRow?.output.validate({ owner, note }).length === 0).toBe(isValid);
});

test.for([
  [{ kind: "text", text: "a" }, true],
  [{ kind: "size", size: 1 }, true],
  [{ kind: "text", size: 1 }, false],
  [{ kind: "other" }, false],
] as const)("each form is tried if one without a name stands beside a discriminator: %j: %s", ([form, isValid]) => {
  expect(getRow?.output.validate({ owner, form }).length === 0).toBe(isValid);
});
