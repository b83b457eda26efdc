import { expect, test } from "vitest";
import { formFields } from "./cases/form-fields.ts";
import { connect } from "./connect.ts";
import { loadContract } from "./load-contract.ts";

const loaded = await loadContract(formFields);

test.for([
  ["createFile", { count: 7, counts: [1, 2] }],
  ["createFile", { row: { size: 1 }, rows: [{ size: 2 }] }],
  ["createFile", { table: [["a", "1"], ["[]"]] }],
  ["createFile", { flag: true, any: "7" }],
  ["createFile", { flag: 7 }],
  ["createToken", { count: 7, body: { count: 8, flag: false } }],
  ["getRow", { id: 7, filter: { a: 1, constructor: 2 }, ids: [1, 2], "X-Count": 3 }],
] as const)("the sandbox reads %s %j as it was sent", async ([id, input]) => {
  const { client, handled } = connect(loaded);
  expect(loaded.validators[id]?.input.validate(input)).toEqual([]);
  await client[id]?.(input);
  expect(handled).toEqual([{ operation: id, input }]);
});

test.for([
  ["createFile", { count: "many" }],
  ["createFile", { flag: "yes" }],
  ["createFile", { row: { size: "a" } }],
  ["createToken", { body: { count: "1,5" } }],
  ["getRow", { id: 7, filter: { a: "b" } }],
  ["getRow", { id: 7, "X-Count": "" }],
] as const)("the sandbox rejects %s %j", async ([id, input]) => {
  const { client, handled } = connect(loaded);
  expect(loaded.validators[id]?.input.validate(input)).not.toEqual([]);
  await expect(client[id]?.(input)).rejects.toMatchObject({ name: "ApiError" });
  expect(handled).toEqual([]);
});

test("the sandbox pages print parameters in any place and style, and a whole body, as the call that sends them", async () => {
  const { client, sandbox } = connect(loaded);
  await client.getRow?.({ id: 7, filter: { a: 1 }, ids: [1, 2], "X-Count": 3 });
  await client.updateRow?.({ id: 7, body: [1] });
  await client.createToken?.({ body: { count: 7, flag: true } });
  const calls = sandbox.requests.map((request) => loaded.toClientCall(request, "http://127.0.0.1") ?? {});
  const lastLines = (render: (call: object) => string) =>
    calls.map((call) => render(call).split("\n").slice(4).join(" ").replaceAll(/\s+/g, " "));
  expect(lastLines(loaded.renderClientCall)).toEqual([
    'await serviceform.getRow({ id: 7, filter: { a: 1 }, ids: [1, 2], "X-Count": 3 });',
    "await serviceform.updateRow({ id: 7, body: [1] });",
    "await serviceform.createToken({ body: { count: 7, flag: true } });",
  ]);
  expect(lastLines(loaded.renderPathCall).slice(0, 2)).toEqual([
    'const { error, response } = await serviceform.GET("/rows/{id}", { params: { path: { id: 7 }, query: { filter: { a: 1 }, ids: [1, 2] }, header: { "X-Count": 3 }, }, });',
    'const { error, response } = await serviceform.PUT("/rows/{id}", { params: { path: { id: 7 } }, body: [1] });',
  ]);
});
