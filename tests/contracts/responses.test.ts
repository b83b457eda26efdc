import { expect, test } from "vitest";
import { anyJson, escapedKeys, nullable, typedKeys, withoutArrays } from "./cases/responses.ts";
import { connect } from "./connect.ts";
import { type LoadedContract, loadContract } from "./load-contract.ts";

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

/** Asserts that validator and sandbox agree on a response. */
async function expectRow(loaded: LoadedContract, row: unknown, isValid: boolean): Promise<void> {
  const { client } = connect(loaded, row);
  const result = await client.getRow?.().catch(({ name }) => name);
  const accepted = [loaded.validators.getRow?.output.validate(row).length === 0, result !== "ContractError"];
  expect([row, accepted]).toEqual([row, [isValid, isValid]]);
}

test("keys beside the properties have the type of additionalProperties", async () => {
  const loaded = await loadContract(typedKeys);
  await expectRow(loaded, { id: "1", colour: "red", position: 1 }, true);
  await expectRow(loaded, { id: "1", colour: 5 }, false);
  await expectRow(loaded, { id: "1", at: { floor: 1, hall: { id: "2" } } }, true);
  await expectRow(loaded, { id: "1", at: { floor: 1, hall: { id: 2 } } }, false);
});

test("null is valid with nullable whatever else the schema requires", async () => {
  const loaded = await loadContract(nullable);
  for (const key of ["allOf", "allOfAlone", "anyOf", "oneOf", "enum", "enumWithNull", "typeless", "named"])
    await expectRow(loaded, { [key]: null }, true);
  await expectRow(loaded, { plain: null }, false);
  for (const key of ["allOf", "allOfAlone", "anyOf", "oneOf", "named"]) await expectRow(loaded, { [key]: {} }, false);
});

const others = await loadContract(anyJson);

/** A client that validates, and gets one response. */
function respond(body: string | null, status = 200) {
  const fetch = async () => new Response(body, { status });
  const { createClient, validators } = others;
  return createClient({ apiKey: "k", fetch, validate: "throw", validators } as never);
}

test.for([
  ["getCount", "5", 200, 5],
  ["getCount", " 0 ", 200, 0],
  ["getCount", "null", 200, null],
  ["getRow", '{"id":"1"}', 200, { id: "1" }],
  ["getRow", null, 204, undefined],
  ["getRow", "", 200, undefined],
  ["createJob", '{"id":"1"}', 200, { id: "1" }],
  ["createJob", '{"job":1}', 202, { job: 1 }],
] as const)("%s resolves the body %s of the status %i to %j", async ([id, body, status, data]) => {
  await expect(respond(body, status)[id]?.()).resolves.toEqual(data);
});

test.for([
  ["getCount", "", 200, "the body is empty"],
  ["getCount", "x", 200, "the body is not JSON"],
  ["getCount", '"5"', 200, "the body does not match the contract: "],
  ["getRow", "5", 200, "the body is not a JSON object"],
  ["createJob", "", 202, "the body is empty"],
  ["createJob", '{"job":1}', 200, "the body does not match the contract: "],
  ["createJob", '{"id":"1"}', 202, "the body does not match the contract: "],
] as const)("%s rejects the body %s of the status %i: %s", async ([id, body, status, problem]) => {
  await expect(respond(body, status)[id]?.()).rejects.toMatchObject({
    name: "ResponseError",
    message: expect.stringContaining(`API responded with ${status}, but ${problem}`),
  });
});

test("an issue has a JSON pointer, and the keys of it as a Standard Schema", async () => {
  const { validators } = await loadContract(escapedKeys);
  const output = validators.getRow?.output;
  expect(output?.validate({ "a/b~1c": 1 })).toMatchObject([{ path: "/a~1b~01c" }]);
  expect(output?.["~standard"].validate({ "a/b~1c": 1 }).issues).toMatchObject([{ path: ["a/b~1c"] }]);
});
