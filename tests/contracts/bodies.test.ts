import { expect, test } from "vitest";
import { deleteSelection, directions, effects, emptyBodies, inheritedKeys, inheritedNames } from "./cases/bodies.ts";
import { connect, errorName, jsonInit, send } from "./connect.ts";
import { loadContract } from "./load-contract.ts";

const loadedDirections = await loadContract(directions);
const loadedKeys = await loadContract(inheritedKeys);

test("a body without properties is sent as an empty object", async () => {
  const { client, paths, sent, handled } = connect(await loadContract(emptyBodies));
  const path = { rowId: "7" };
  await client.createRefresh?.();
  await client.createRowRefresh?.({ rowId: "7", deep: true });
  await client.updateRefresh?.({ rowId: "7" });
  await paths.POST?.("/refresh", { body: {} });
  await paths.POST?.("/rows/{rowId}/refresh", { params: { path, query: { deep: true } }, body: {} });
  expect(sent.map(({ method, url, body, headers }) => [method, url, body, headers["content-type"]])).toEqual([
    ["POST", "https://api.test/refresh", "{}", "application/json"],
    ["POST", "https://api.test/rows/7/refresh?deep=true", "{}", "application/json"],
    ["PUT", "https://api.test/rows/7/refresh", "{}", "application/json"],
    ["POST", "https://api.test/refresh", "{}", "application/json"],
    ["POST", "https://api.test/rows/7/refresh?deep=true", "{}", "application/json"],
  ]);
  expect(handled).toHaveLength(5);
  await client.createNone?.();
  expect(sent.at(-1)).toMatchObject({ body: undefined });
  await expect(client.createRefresh?.({ a: 1 })).rejects.toMatchObject({ name: "ConfigurationError" });
});

test("a DELETE sends its body", async () => {
  const loaded = await loadContract(deleteSelection);
  const { client, paths, sent, handled } = connect(loaded);
  const input = { ids: ["a", "b"] };
  await client.deleteRows?.(input);
  await paths.DELETE?.("/rows", { body: input });
  expect(sent.map(({ method, body }) => [method, body])).toEqual(Array(2).fill(["DELETE", JSON.stringify(input)]));
  expect(handled).toEqual(Array(2).fill({ operation: "deleteRows", input }));
  await expect(client.deleteRows?.()).rejects.toThrow("ids is required");
  expect(loaded.validators.deleteRows?.input.validate({ ids: [1] })).toMatchObject([{ path: "/ids/0" }]);
});

const contact = { id: "1", email: "a@b.test" };

test.for([
  ["createContact", { email: "a@b.test", secret: "s" }, true],
  ["createContact", { email: "a@b.test" }, false],
  ["createContact", { email: "a@b.test", secret: "s", address: { street: "x" } }, true],
  ["createContact", { email: "a@b.test", secret: "s", address: { id: "1", street: "x" } }, false],
  ["createContact", { email: "a@b.test", secret: "s", notes: [{ note: "x" }] }, true],
  ["createContact", { email: "a@b.test", secret: "s", id: "1" }, false],
  ["updateContact", { email: "a@b.test" }, true],
  ["updateContact", { email: "a@b.test", id: "1" }, false],
] as const)("a request has no read-only property: %s %j is valid: %s", async ([operation, input, isValid]) => {
  const connection = connect(loadedDirections, contact);
  const method = operation === "createContact" ? "POST" : "PUT";
  expect(loadedDirections.validators[operation]?.input.validate(input).length === 0).toBe(isValid);
  expect((await send(connection, "/contacts", jsonInit(input, method))).status).toBe(isValid ? 200 : 422);
  if (!isValid) return;
  await connection.client[operation]?.(input);
  expect(connection.sent).toMatchObject([{ body: JSON.stringify(input) }]);
});

test.for([
  ["createContact", contact, true],
  ["createContact", { ...contact, secret: "s" }, false],
  ["createContact", { email: "a@b.test" }, false],
  ["createContact", { ...contact, address: { id: "1", street: "x" } }, true],
  ["createContact", { ...contact, address: { street: "x" } }, false],
  ["createContact", { ...contact, notes: [{ note: "x" }] }, false],
  ["updateContact", contact, true],
  ["updateContact", { email: "a@b.test" }, false],
] as const)("a response has no write-only property: %s %j is valid: %s", async ([operation, output, isValid]) => {
  const { client } = connect(loadedDirections, output);
  expect(loadedDirections.validators[operation]?.output.validate(output).length === 0).toBe(isValid);
  const input = { email: "a@b.test", ...(operation === "createContact" && { secret: "s" }) };
  expect(await errorName(client[operation]?.(input))).toBe(isValid ? undefined : "ContractError");
});

test.for(inheritedNames)("the key %s counts if it is the object's own", async (name) => {
  const whole = Object.fromEntries(inheritedNames.map((key) => [key, "x"]));
  const { [name]: _, ...partial } = whole;
  const connection = connect(loadedKeys, whole);
  const missing = { name: "ConfigurationError", message: expect.stringContaining(`${name} is required`) };
  await expect(connection.client.createMark?.(partial)).rejects.toMatchObject(missing);
  await expect(connection.paths.POST?.("/marks", { body: partial })).rejects.toMatchObject(missing);
  expect(connection.sent).toEqual([]);
  await expect(connection.client.createMark?.(whole)).resolves.toEqual(whole);
  for (const part of ["input", "output"] as const) {
    expect(loadedKeys.validators.createMark?.[part].validate(whole)).toEqual([]);
    expect(loadedKeys.validators.createMark?.[part].validate(partial)).toMatchObject([{ path: `/${name}` }]);
  }
  expect((await send(connection, "/marks", jsonInit(partial))).status).toBe(422);
  connection.handled.length = 0;
  await expect(connect(loadedKeys, partial).client.createMark?.(whole)).rejects.toMatchObject({
    name: "ContractError",
  });
});

test("a query parameter can be called constructor", async () => {
  const { client, paths, sent } = connect(loadedKeys, Object.fromEntries(inheritedNames.map((key) => [key, "x"])));
  await expect(client.listMarks?.()).rejects.toMatchObject({
    message: expect.stringContaining("constructor is required"),
  });
  await client.listMarks?.({ constructor: "a" });
  await paths.GET?.("/marks", { params: { query: { constructor: "a", valueOf: "b" } } });
  expect(sent.map(({ url }) => url)).toEqual([
    "https://api.test/marks?constructor=a",
    "https://api.test/marks?constructor=a&valueOf=b",
  ]);
});

test.for([
  ["createRow0", { requests: 1, mayHaveSucceeded: true }],
  ["createRow1", { requests: 3, mayHaveSucceeded: true }],
  ["createRow2", { requests: 3, mayHaveSucceeded: false }],
] as const)("whether %s may be repeated and whether it writes are two facts", async ([operation, expected]) => {
  const { createClient } = await loadContract(effects);
  let requests = 0;
  const fetch = () => {
    requests += 1;
    return Promise.reject(new TypeError("fetch failed"));
  };
  const client = createClient({ apiKey: "k", fetch: fetch as never, retries: { limit: 2, baseDelayMs: 0 } });
  const error = await client[operation]?.().catch((error) => error);
  expect({ requests, mayHaveSucceeded: Object(error).mayHaveSucceeded }).toEqual(expected);
});
