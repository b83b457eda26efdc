import { expect, test } from "vitest";
import { otherParameters } from "./cases/operations.ts";
import { connect, send } from "./connect.ts";
import { loadContract } from "./load-contract.ts";
import { rejectedInput } from "./rejected-input.ts";

const contract = await loadContract(otherParameters);
const zone = { "X-Time-Zone": "Europe/Helsinki" };

test.for([
  [{}, "", {}],
  [{ "X-Count": 5 }, "", { "x-count": "5" }],
  [{ ids: ["a", "b c"] }, "?ids=a,b%20c", {}],
  [{ ids: ["a,b", "c"] }, "?ids=a%2Cb,c", {}],
  [{ sizes: [1, 2] }, "?sizes=1%7C2", {}],
  [{ words: ["a", "b+c"] }, "?words=a%20b%2Bc", {}],
  [{ filter: { name: "a&b", "max size": 3 } }, "?filter%5Bname%5D=a%26b&filter%5Bmax%20size%5D=3", {}],
  [{ page: 2, ids: ["a"] }, "?page=2&ids=a", {}],
  [{ words: ["undefined", "a"], ids: ["undefined"] }, "?words=undefined%20a&ids=undefined", {}],
] as const)("the input %j travels as the query %s and the headers %j", async ([input, query, headers]) => {
  const { client, paths, sent, handled } = connect(contract, []);
  await client.listRows?.({ ...zone, ...input });
  const { "X-Count": count, ...inQuery } = input as Record<string, unknown>;
  const header = { ...zone, ...(count !== undefined && { "X-Count": count }) };
  await paths.GET?.("/rows", { params: { query: inQuery, header } });
  expect(sent.map(({ url }) => url)).toEqual(Array(2).fill(`https://api.test/rows${query}`));
  for (const request of sent) expect(request.headers).toMatchObject({ "x-time-zone": "Europe/Helsinki", ...headers });
  expect(handled.map((call) => call.input)).toEqual(Array(2).fill({ ...zone, ...input }));
  expect(contract.validators.listRows?.input.validate({ ...zone, ...input })).toEqual([]);
});

test.for([
  [{}, "X-Time-Zone is required"],
  [{ "X-Time-Zone": "a\nb" }, "X-Time-Zone must be printable ASCII"],
  [{ "X-Time-Zone": " a" }, "X-Time-Zone must be printable ASCII"],
  [{ "X-Time-Zone": "ä" }, "X-Time-Zone must be printable ASCII"],
  [{ ...zone, ids: [] }, "ids must not be an empty array"],
  [{ ...zone, sizes: ["1|2"] }, 'sizes must have no element that contains "|"'],
  [{ ...zone, words: ["a b"] }, 'words must have no element that contains " "'],
  [{ ...zone, sizes: [1, "1|2"] }, 'sizes must have no element that contains "|"'],
  [{ ...zone, filter: {} }, "filter must not be an empty object"],
  [{ ...zone, filter: { name: undefined } }, "filter must not be an empty object"],
  [{ ...zone, filter: { name: {} } }, "filter.name must be a well-formed string"],
  [{ ...zone, Accept: "a" }, 'unknown input "Accept"; expected ids, sizes, words, filter, page, X-Time-Zone, X-Count'],
  [{ ...zone, "X-Count": 2 ** 53 }, "X-Count must be a safe integer"],
  [{ ...zone, "X-Count": -0 }, "X-Count must be printable ASCII"],
] as const)("the input %j is rejected: %s", async ([input, message]) => {
  const { client, sent } = connect(contract, []);
  await expect(client.listRows?.(input)).rejects.toMatchObject(rejectedInput(message));
  expect(sent).toEqual([]);
});

test.for([
  [{ "ids[name]": "a" }, 'unknown input "ids[name]"'],
  [{ "other[name]": "a" }, 'unknown input "other[name]"'],
  [{ "filter[name": "a" }, 'unknown input "filter[name"'],
  [JSON.parse('{"__proto__":"a"}'), 'unknown input "__proto__"'],
  [{ filter: { name: ["a", "b"] } }, "filter.name must be a well-formed string"],
  [new Map([["page", 2]]), "query must be a plain object"],
] as const)("the path style rejects the query %o: %s", async ([query, message]) => {
  const { paths, sent } = connect(contract, []);
  const call = paths.GET?.("/rows", { params: { query, header: zone } });
  await expect(call).rejects.toMatchObject(rejectedInput(message));
  expect(sent).toEqual([]);
});

test.for([
  [{ names: ["a", "b c"], numbers: [1, -2] }, "/tables/a,b%20c/cells/1,-2"],
  [{ names: ["a/b", ".."], numbers: [7] }, "/tables/a%2Fb,../cells/7"],
  [{ names: ["", ""], numbers: [1], "X-Tags": ["a", "b c", "1"] }, "/tables/,/cells/1", "a,b c,1"],
] as const)("the input %j travels as the path %s and the header %s", async ([input, path, tags]) => {
  const { client, paths, sent, handled } = connect(contract, []);
  await client.listCells?.(input);
  const { "X-Tags": inHeader, ...inPath } = input as Record<string, unknown>;
  const header = inHeader === undefined ? {} : { "X-Tags": inHeader };
  await paths.GET?.("/tables/{names}/cells/{numbers}", { params: { path: inPath, header } });
  expect(sent.map(({ url }) => url)).toEqual(Array(2).fill(`https://api.test${path}`));
  for (const request of sent) expect(request.headers["x-tags"]).toBe(tags);
  expect(handled.map((call) => call.input)).toEqual(Array(2).fill(input));
  expect(contract.validators.listCells?.input.validate(input)).toEqual([]);
});

test.for([
  [{ names: [] }, "names must not be an empty array"],
  [{ names: ["a,b"] }, 'names must have no element that contains ","'],
  [{ names: ["a", true] }, "names must be a well-formed string"],
  [{ names: ["a", ["b"]] }, "names must be a well-formed string"],
  [{ numbers: [1, Number.NaN] }, "numbers must be a well-formed string"],
  [{ numbers: [1, 2 ** 53] }, "numbers must be a safe integer"],
  [{ "X-Tags": ["a", ""] }, "X-Tags must have no empty element"],
  [{ "X-Tags": ["a,b"] }, 'X-Tags must have no element that contains ","'],
  [{ "X-Tags": ["a", "b "] }, "X-Tags must be printable ASCII"],
] as const)("the array %j in a path or header is rejected: %s", async ([input, message]) => {
  const { client, sent } = connect(contract, []);
  const call = client.listCells?.({ names: ["a"], numbers: [1], ...input });
  await expect(call).rejects.toMatchObject(rejectedInput(message));
  expect(sent).toEqual([]);
});

test.for(["", ".", "..", "%2E"])("an array whose only element is %j is rejected in a path", async (element) => {
  const { client, sent } = connect(contract, []);
  const call = client.listCells?.({ names: [element], numbers: [1] });
  await expect(call).rejects.toMatchObject({
    code: "unsafe_path_value",
    param: "names",
    message: expect.stringContaining("names must not be empty or a dot segment"),
  });
  expect(sent).toEqual([]);
});

test("the sandbox rejects an element of another type in a path", async () => {
  const connection = connect(contract, []);
  expect((await send(connection, "/tables/a/cells/1,b")).status).toBe(400);
  expect((await send(connection, "/tables/a/cells/1,2")).status).toBe(200);
});

test("the sandbox ignores spaces around the elements of a header", async () => {
  const connection = connect(contract, []);
  await send(connection, "/tables/a/cells/1", { headers: { "x-tags": "a , b" } });
  expect(connection.handled.at(-1)?.input).toMatchObject({ "X-Tags": ["a", "b"] });
});

test("a header parameter may be empty", async () => {
  const { client, sent } = connect(contract, []);
  await client.safe.listRows?.({ "X-Time-Zone": "" });
  expect(sent[0]?.headers["x-time-zone"]).toBe("");
});

test("a parameter without a value is left out, and one that is not an array has one element", async () => {
  const { client, sent } = connect(contract, []);
  const extra = { query: { more: undefined } };
  await client.listRows?.({ ...zone, ids: "a", filter: { name: "b", "max size": undefined } }, { extra });
  expect(sent.map(({ url }) => url)).toEqual(["https://api.test/rows?ids=a&filter%5Bname%5D=b"]);
});

test("an extra field with the name of a header parameter is rejected", async () => {
  const { client } = connect(contract, []);
  const message = "extra.query.X-Count must be passed as an input, not in extra";
  const call = client.listRows?.(zone, { extra: { query: { "X-Count": 1 } } });
  await expect(call).rejects.toMatchObject(rejectedInput(message));
});

test("the sandbox rejects a missing and an invalid header parameter", async () => {
  const connection = connect(contract, []);
  expect((await send(connection, "/rows")).status).toBe(400);
  expect((await send(connection, "/rows", { headers: { "x-time-zone": "a", "x-count": "b" } })).status).toBe(400);
  expect((await send(connection, "/rows", { headers: { "x-time-zone": "a" } })).status).toBe(200);
});

test.for([
  [{}, 1],
  [{ "X-Trace": "t-1" }, 1],
  [{ "Idempotency-Key": "k-1" }, 3],
  [{ "X-Trace": "t-1", "Idempotency-Key": "k-1" }, 3],
] as const)("a create with %j makes %i attempts, each with the same headers", async ([key, expected]) => {
  const { createClient } = contract;
  const seen: unknown[] = [];
  const fetch = async (_: string, { headers }: RequestInit) => {
    seen.push(Object(headers)["idempotency-key"]);
    throw new TypeError("fetch failed");
  };
  const client = createClient({ apiKey: "k", fetch: fetch as never, retries: { limit: 2, baseDelayMs: 0 } });
  const error = await client.createRow?.({ id: "1", ...key }).catch((error) => error);
  expect(seen).toEqual(Array(expected).fill(key["Idempotency-Key" as never]));
  expect(error).toMatchObject({ mayHaveSucceeded: true });
});
