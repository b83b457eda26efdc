import { expect, test } from "vitest";
import { bigNumbers, bodyOfStatus, nullable, typedKeys, withoutArrays } from "./cases/responses.ts";
import { connect } from "./connect.ts";
import { loadContract } from "./load-contract.ts";
import { renderFiles } from "./render-files.ts";

test.for([204, 205])("a body of the status %i is rejected", async (status) => {
  await expect(renderFiles(bodyOfStatus(status))).rejects.toThrow(
    `spec/paths/row.yaml: DELETE /row responds with ${status} and a body, which HTTP does not allow; remove content, or respond with 200.`,
  );
});

test("a contract without an array has no streams", async () => {
  const connection = connect(await loadContract(withoutArrays), { data: [{ id: "1" }] });
  expect(Object.keys(connection.client.stream)).toEqual([]);
  await expect(connection.client.listRows?.()).resolves.toEqual({ data: [{ id: "1" }] });
});

test.for(["getExport", "deleteRow"])("%s resolves to undefined, and safe has the response", async (id) => {
  const { client } = connect(await loadContract(withoutArrays));
  await expect(client[id]?.()).resolves.toBeUndefined();
  await expect(client.safe[id]?.()).resolves.toMatchObject({ ok: true, response: expect.any(Response) });
});

test("keys beside the properties have the type of additionalProperties", async () => {
  const loaded = await loadContract(typedKeys);
  for (const [row, isValid] of [
    [{ id: "1", colour: "red", position: 1 }, true],
    [{ id: "1", colour: 5 }, false],
    [{ id: "1", at: { floor: 1, hall: { id: "2" } } }, true],
    [{ id: "1", at: { floor: 1, hall: { id: 2 } } }, false],
  ] as const) {
    const { client } = connect(loaded, row);
    const result = await client.getRow?.().catch(({ name }) => name);
    const verdicts = [loaded.validators.getRow?.output.validate(row).length === 0, result !== "ContractError"];
    expect([row, verdicts]).toEqual([row, [isValid, isValid]]);
  }
});

test("null is valid with nullable whatever else the schema requires", async () => {
  const loaded = await loadContract(nullable);
  const keys = ["allOf", "allOfAlone", "anyOf", "oneOf", "enum", "enumWithNull", "typeless", "named"];
  for (const [row, isValid] of [
    ...keys.map((key) => [{ [key]: null }, true] as const),
    [{ plain: null }, false] as const,
    ...["allOf", "allOfAlone", "anyOf", "oneOf", "named"].map((key) => [{ [key]: {} }, false] as const),
  ]) {
    const { client } = connect(loaded, row);
    const result = await client.getRow?.().catch(({ name }) => name);
    const verdicts = [loaded.validators.getRow?.output.validate(row).length === 0, result !== "ContractError"];
    expect([row, verdicts]).toEqual([row, [isValid, isValid]]);
  }
});

test("an integer that JSON.parse has rounded is an issue", async () => {
  const { validators } = await loadContract(bigNumbers);
  expect(validators.getRow?.output.validate({ serial: JSON.parse("9007199254740993") })).toMatchObject([
    { path: "/serial", expected: "a safe integer" },
  ]);
  expect(validators.getRow?.output.validate({ serial: Number.MAX_SAFE_INTEGER })).toEqual([]);
});
