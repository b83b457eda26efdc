import { expect, test } from "vitest";
import { indirect, references } from "./cases/references.ts";
import { connect, jsonInit, send } from "./connect.ts";
import { loadContract } from "./load-contract.ts";

const loaded = await loadContract(references);
const { listPets, createPet, getPet } = loaded.validators;

test.for([
  [[{ id: "12" }], true],
  [[{}], false],
  [[{ id: "1" }], false],
  [[{ id: "12", parent: { id: 1 } }], false],
  [{ id: "12" }, false],
] as const)("an array by reference is validated: %j is valid: %s", ([value, isValid]) => {
  expect(listPets?.output.validate(value).length === 0).toBe(isValid);
  if (Array.isArray(value)) expect(listPets?.element.validate(value[0]).length === 0).toBe(isValid);
});

test.for([
  [{ id: "12", stage: "won" }, true],
  [{ id: "12", stage: "old" }, false],
  [42, false],
] as const)("an object by reference is validated: %j is valid: %s", ([value, isValid]) => {
  expect(getPet?.output.validate(value).length === 0).toBe(isValid);
  expect(createPet?.output.validate(value).length === 0).toBe(isValid);
});

test.for([
  [{ name: "Rex" }, true],
  [{ name: "Rex", page: 2 }, true],
  [{ name: 5 }, false],
  [{ name: "Rex", page: 0 }, false],
  [{ name: "Rex", stage: "old" }, false],
] as const)("a body by reference is validated and sent: %j is valid: %s", async ([input, isValid]) => {
  expect(createPet?.input.validate(input).length === 0).toBe(isValid);
  const { client, sent, handled } = connect(loaded, { id: "12" });
  const result = client.createPet?.(input);
  if (isValid) await expect(result).resolves.toEqual({ id: "12" });
  else await expect(result).rejects.toMatchObject({ name: "ApiError", status: "page" in input ? 400 : 422 });
  const { page, ...rest } = input as { page?: number };
  expect(sent).toMatchObject([{ method: "POST", body: JSON.stringify(rest) }]);
  expect(handled).toEqual(isValid ? [{ operation: "createPet", input }] : []);
});

test.for([
  ["priority=2", { priority: 2 }],
  ["priority=9", undefined],
  ["priority=high", undefined],
  ["fresh=false", { fresh: false }],
  ["fresh=no", undefined],
  ["stages=new&stages=won", { stages: ["new", "won"] }],
  ["stages=new", { stages: ["new"] }],
  ["stages=old", undefined],
  ["page=0", undefined],
] as const)("the sandbox reads a query by the schema that the reference leads to: %s", async ([query, input]) => {
  const connection = connect(loaded, []);
  const { status } = await send(connection, `/pets?${query}`);
  expect([status, connection.handled]).toEqual(input ? [200, [{ operation: "listPets", input }]] : [400, []]);
});

test("a parameter of the path by reference is read in validators and sandbox", async () => {
  const connection = connect(loaded, { id: "12" });
  await expect(connection.client.getPet?.({ petId: "12" })).resolves.toEqual({ id: "12" });
  expect(getPet?.input.validate({ petId: "1" })).toMatchObject([{ path: "/petId" }]);
  expect((await send(connection, "/pets/1")).status).toBe(404);
});

test("an error by reference is checked and reaches the caller", async () => {
  const connection = connect(loaded);
  expect((await send(connection, "/pets", jsonInit({}), "x-other")).status).toBe(403);
  const wrong = loaded.createClient({ apiKey: "wrong", fetch: connection.sandbox.fetch as never });
  await expect(wrong.listPets?.()).rejects.toMatchObject({ status: 403, body: { message: expect.any(String) } });
});

const { listTrees, createTree, updateTree } = (await loadContract(indirect)).validators;

test.for([
  [createTree?.output, { name: "a", parent: { name: "b" } }, true],
  [createTree?.output, { name: "a", parent: {} }, false],
  [createTree?.input, { name: "a" }, true],
  [createTree?.input, { name: 1 }, false],
  [listTrees?.input, { order: "up" }, true],
  [listTrees?.input, { order: "left" }, false],
  [listTrees?.output, [{ size: 1, next: { size: 2 } }], true],
  [listTrees?.output, [{ size: 1, next: {} }], false],
  [updateTree?.input, { kind: { kind: "a", kin: { kind: "B", b: 1 } }, first: { size: 1 } }, true],
  [updateTree?.input, { kind: { kind: "a", kin: { kind: "B" } } }, false],
  [updateTree?.input, { kind: { kind: "Alias" } }, false],
  [updateTree?.input, { first: {} }, false],
  [updateTree?.output, "a", true],
  [updateTree?.output, 1, false],
] as const)("a reference to another name or into a schema is validated: case %$", ([validator, value, isValid]) => {
  expect(validator?.validate(value).length === 0).toBe(isValid);
});
