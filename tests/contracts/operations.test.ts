import { expect, test } from "vitest";
import {
  otherBodies,
  otherErrors,
  otherParameters,
  otherSecurity,
  otherServers,
  otherSuccesses,
} from "./cases/operations.ts";
import { type Connection, connect, jsonInit, send } from "./connect.ts";
import { loadContract } from "./load-contract.ts";

const [bodies, successes, errors, parameters, secured, servers] = await Promise.all(
  [otherBodies, otherSuccesses, otherErrors, otherParameters, otherSecurity, otherServers].map(loadContract),
);
type Loaded = NonNullable<typeof bodies>;

test.for([
  ["createList", "POST", "/list", { body: [{ id: "1" }] }, '[{"id":"1"}]'],
  ["createList", "POST", "/list", {}, undefined],
  ["updateNumber", "PUT", "/number", { body: 0 }, "0"],
  ["updateMaybe", "PUT", "/maybe", { body: null }, "null"],
  ["updateMap", "PUT", "/map", { body: { any: "a", body: "b" } }, '{"any":"a","body":"b"}'],
  ["createKind", "POST", "/kinds", { body: { kind: "B", b: "x" } }, '{"kind":"B","b":"x"}'],
  ["updateOpen", "PUT", "/open/{id}", { id: "7", name: "a", more: 1 }, '{"name":"a","more":1}'],
  ["createOptional", "POST", "/optional", { limit: 3 }, '{"limit":3}'],
  ["createOptional", "POST", "/optional", {}, "{}"],
  ["updateSame", "PUT", "/same/{id}", { id: "7", body: { id: "8" } }, '{"id":"8"}'],
] as const)("%s sends %j %j %j as the body %s, by method and by path", async ([id, method, path, input, text]) => {
  const loaded = bodies as Loaded;
  const { client, paths, sent, handled } = connect(loaded);
  await client[id]?.(input);
  const { id: rowId, ...others } = input as { id?: string; body?: unknown };
  const body = "body" in others ? others.body : others;
  const isLeftOut = text === undefined;
  await paths[method]?.(path, { params: { path: { id: rowId } }, ...(!isLeftOut && { body }) });
  expect(sent.map((request) => request.body)).toEqual([text, text]);
  expect(sent[0]?.headers["content-type"]).toBe(isLeftOut ? undefined : "application/json");
  expect(handled.map((call) => call.input)).toEqual([input, input]);
  expect(loaded.validators[id]?.input.validate(input)).toEqual([]);
});

test.for([
  ["createList", { body: { id: "1" } }, "/list"],
  ["createList", { body: [{}] }, "/list"],
  ["updateNumber", { body: "1" }, "/number"],
  ["updateMap", { body: { any: 1 } }, "/map"],
  ["createKind", { body: { kind: "A", b: "x" } }, "/kinds"],
  ["createKind", { body: { kind: "C" } }, "/kinds"],
] as const)("validator and sandbox of %s reject %j", async ([id, input, path]) => {
  const connection = connect(bodies as Loaded);
  expect((bodies as Loaded).validators[id]?.input.validate(input)).not.toEqual([]);
  const method = id.startsWith("create") ? "POST" : "PUT";
  expect((await send(connection, path, jsonInit(input.body, method))).status).toBe(400);
});

test.for([
  ["updateNumber", {}, "body is required"],
  ["updateNumber", { body: 1, size: 2 }, 'unknown input "size"'],
  ["updateSame", { id: "7", size: 1 }, 'unknown input "size"'],
  ["updateOpen", { id: "7" }, "name is required"],
] as const)("%s rejects %j: %s", async ([id, input, message]) => {
  const { client, sent } = connect(bodies as Loaded);
  await expect(client[id]?.(input)).rejects.toThrow(message);
  expect(sent).toEqual([]);
});

test("a key of an open body that is a path parameter too goes into the path", async () => {
  const { client, sent } = connect(bodies as Loaded);
  await client.updateOpen?.({ id: "7", name: "a" });
  expect(sent).toMatchObject([{ url: "https://api.test/open/7", body: '{"name":"a"}' }]);
});

test.for([
  ["getText", "GET", "/text", "a", [1, null]],
  ["getText", "GET", "/text", "", []],
  ["getNull", "GET", "/null", null, [{}, "a"]],
  ["getNull", "GET", "/null", { id: "1" }, []],
  ["getAny", "GET", "/any", 5, []],
  ["getAny", "GET", "/any", [1], []],
  ["getEither", "GET", "/either", [{ id: "1" }], [[{}], 1]],
  ["getEither", "GET", "/either", { id: "1" }, []],
  ["listNames", "GET", "/names", ["a"], [[1], {}]],
  ["getEmpty", "GET", "/empty", { id: "1" }, [{}]],
  ["getEmpty", "GET", "/empty", undefined, []],
  ["createLater", "POST", "/later", { id: "1" }, [{}]],
  ["createLater", "POST", "/later", { job: "1" }, []],
  ["getDefault", "GET", "/default", { id: "1" }, [{}]],
] as const)("%s resolves to what %s %s responds with: %j", async ([id, method, path, output, invalid]) => {
  const loaded = successes as Loaded;
  const { client, paths, respondWith } = connect(loaded, output);
  await expect(client[id]?.()).resolves.toEqual(output);
  expect((await paths[method]?.(path))?.data).toEqual(output);
  if (output !== undefined) expect(loaded.validators[id]?.output.validate(output)).toEqual([]);
  for (const value of invalid) {
    expect([value, loaded.validators[id]?.output.validate(value)]).not.toEqual([value, []]);
    respondWith(value);
    await expect(client[id]?.()).rejects.toMatchObject({ name: "ContractError" });
  }
});

test("each success is validated by the schema of its own status", async () => {
  const { createClient, validators } = successes as Loaded;
  const fetch = async () => Response.json({ id: "1" }, { status: 202 });
  const client = createClient({ apiKey: "k", fetch, validate: "throw", validators: validators as never });
  await expect(client.createLater?.()).rejects.toThrow("/job must be string, not missing");
  const result = await createClient({ apiKey: "k", fetch }).safe.createLater?.();
  expect(result).toMatchObject({ ok: true, data: { id: "1" }, response: { status: 202 } });
});

test("elements without a name are streamed", async () => {
  const { client } = connect(successes as Loaded, ["a", "b"]);
  const names: unknown[] = [];
  for await (const name of client.stream.listNames?.() ?? []) names.push(name);
  expect(names).toEqual(["a", "b"]);
  expect(Object.keys(client.stream)).toEqual(["listNames"]);
});

test("an empty body is an error where the contract has one", async () => {
  const { createClient } = successes as Loaded;
  const client = createClient({ apiKey: "k", fetch: async () => new Response("", { status: 200 }) });
  await expect(client.getText?.()).rejects.toMatchObject({ name: "ResponseError" });
  await expect(client.getEmpty?.()).resolves.toBeUndefined();
});

test.for([404, 409, 500])("the error %i is thrown with its body", async (status) => {
  const { createClient } = errors as Loaded;
  const fetch = async () => Response.json({ message: "no" }, { status });
  const client = createClient({ apiKey: "k", fetch, retries: 0 });
  await expect(client.getRow?.()).rejects.toMatchObject({ name: "ApiError", status, body: { message: "no" } });
});

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
] as const)("the input %j travels as the query %s and the headers %j", async ([input, query, headers]) => {
  const loaded = parameters as Loaded;
  const { client, paths, sent, handled } = connect(loaded, []);
  await client.listRows?.({ ...zone, ...input });
  const { "X-Count": count, ...inQuery } = input as Record<string, unknown>;
  const header = { ...zone, ...(count !== undefined && { "X-Count": count }) };
  await paths.GET?.("/rows", { params: { query: inQuery, header } });
  expect(sent.map(({ url }) => url)).toEqual(Array(2).fill(`https://api.test/rows${query}`));
  for (const request of sent) expect(request.headers).toMatchObject({ "x-time-zone": "Europe/Helsinki", ...headers });
  expect(handled.map((call) => call.input)).toEqual(Array(2).fill({ ...zone, ...input }));
  expect(loaded.validators.listRows?.input.validate({ ...zone, ...input })).toEqual([]);
});

test.for([
  [{}, "X-Time-Zone is required"],
  [{ "X-Time-Zone": "a\nb" }, "X-Time-Zone must be printable ASCII"],
  [{ "X-Time-Zone": " a" }, "X-Time-Zone must be printable ASCII"],
  [{ "X-Time-Zone": "ä" }, "X-Time-Zone must be printable ASCII"],
  [{ ...zone, ids: [] }, "ids must not be an empty array"],
  [{ ...zone, sizes: ["1|2"] }, 'sizes must have no element that contains "|"'],
  [{ ...zone, words: ["a b"] }, 'words must have no element that contains " "'],
  [{ ...zone, filter: {} }, "filter must not be an empty object"],
  [{ ...zone, filter: { name: {} } }, "filter.name must be a well-formed string"],
  [{ ...zone, Accept: "a" }, 'unknown input "Accept"'],
] as const)("the input %j is rejected: %s", async ([input, message]) => {
  const { client, sent } = connect(parameters as Loaded, []);
  await expect(client.listRows?.(input)).rejects.toThrow(message);
  expect(sent).toEqual([]);
});

test("the sandbox rejects a missing and an invalid header parameter", async () => {
  const connection = connect(parameters as Loaded, []);
  expect((await send(connection, "/rows")).status).toBe(400);
  expect((await send(connection, "/rows", { headers: { "x-time-zone": "a", "x-count": "b" } })).status).toBe(400);
  expect((await send(connection, "/rows", { headers: { "x-time-zone": "a" } })).status).toBe(200);
});

test.for([
  [{}, 1],
  [{ "Idempotency-Key": "k-1" }, 3],
] as const)("a create with %j makes %i attempts, each with the same headers", async ([key, expected]) => {
  const { createClient } = parameters as Loaded;
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

const credentials = {
  apiKey: "key-1",
  bearer: "token-1",
  login: { username: "jane", password: "pass:word" },
  queryKey: "key-2",
};

test.for([
  ["listRows", { "x-key": "key-1" }, ""],
  ["getStatus", {}, ""],
  ["getToken", { authorization: "Bearer token-1" }, ""],
  ["getBasic", { authorization: `Basic ${btoa("jane:pass:word")}` }, ""],
  ["getQuery", {}, "?key=key-2"],
  ["getBoth", { "x-key": "key-1", authorization: "Bearer token-1" }, ""],
  ["getOptional", { authorization: "Bearer token-1" }, ""],
] as const)("%s carries the headers %j and the query %s", async ([id, headers, query]) => {
  for (const options of [credentials, asFunctions(credentials)]) {
    const { client, sent } = connectSecured(options);
    await client[id]?.();
    const { "x-key": key, authorization } = sent[0]?.headers ?? {};
    expect({ ...(key && { "x-key": key }), ...(authorization && { authorization }) }).toEqual(headers);
    expect(new URL(sent[0]?.url ?? "").search).toBe(query);
  }
});

test.for([
  ["listRows", {}, "apiKey is required for listRows"],
  ["getToken", { apiKey: "k" }, "bearer is required for getToken"],
  ["getBoth", { apiKey: "k" }, "bearer is required for getBoth"],
  ["listRows", { apiKey: (): string => "" }, "apiKey is required"],
  ["listRows", { apiKey: (): string => "a\nb" }, "apiKey must be printable ASCII"],
] as const)("%s with the options %j rejects: %s", async ([id, options, message]) => {
  const { client, sent } = connectSecured(options);
  await expect(client[id]?.()).rejects.toMatchObject({
    name: "ConfigurationError",
    message: expect.stringContaining(message),
  });
  expect(sent).toEqual([]);
});

test("the second way in is taken where the credentials of the first are not set", async () => {
  const { client, sent } = connectSecured({ bearer: "token-1" });
  await client.listRows?.();
  await client.getStatus?.();
  await client.getOptional?.();
  expect(sent.map(({ headers }) => headers.authorization)).toEqual(["Bearer token-1", undefined, "Bearer token-1"]);
});

test.for([
  [{ bearer: "a\nb" }, "bearer must be printable ASCII"],
  [{ bearer: "Bearer abc" }, "bearer must be the credential alone"],
  [{ login: { username: "a:b", password: "c" } }, "login must be a username without a colon"],
  [{ token: "a" }, 'unknown option "token"'],
  [{ apiKey: "k", headers: { authorization: "Bearer x" } }, "headers.authorization must not be set"],
])("the options %j are rejected without showing a secret: %s", ([options, message]) => {
  const create = () => (secured as Loaded).createClient(options as never);
  expect(create).toThrow(message);
  expect(create).not.toThrow(/abc|Bearer x/);
});

test("a credential that the API echoes is redacted", async () => {
  const { createClient } = secured as Loaded;
  const headers = { "x-request-id": "token-1" };
  const fetch = async () => Response.json({ message: "token-1, key-1, key-2" }, { status: 400, headers });
  const client = createClient({ ...credentials, fetch } as never);
  for (const [id, secrets] of [
    ["getBoth", ["token-1", "key-1"]],
    ["getQuery", ["key-2"]],
  ] as const) {
    const error = Object(await client[id]?.().catch((error) => error));
    expect(error.name).toBe("ApiError");
    const shown = JSON.stringify([error, error.message, error.requestId, error.url]);
    for (const secret of secrets) expect(shown).not.toContain(secret);
    expect(shown).toContain("***");
  }
});

test.for([
  ["listRows", { "x-key": "sf_sandbox_key" }, 204],
  ["listRows", { authorization: "bearer sf_sandbox_key" }, 204],
  ["listRows", { authorization: "Bearer another" }, 403],
  ["listRows", {}, 403],
  ["getStatus", {}, 204],
  ["getToken", { "x-key": "sf_sandbox_key" }, 403],
  ["getBasic", { authorization: `Basic ${btoa("any:sf_sandbox_key")}` }, 204],
  ["getBasic", { authorization: "Basic %" }, 403],
  ["getBoth", { "x-key": "sf_sandbox_key" }, 403],
] as const)("the sandbox answers %s with %j by %i", async ([id, headers, status]) => {
  const { sandbox } = connectSecured({});
  const { path } = (secured as Loaded).operationTable[id] ?? { path: "" };
  expect((await sandbox.fetch(`https://api.test${path}`, { headers })).status).toBe(status);
  expect(JSON.stringify(sandbox.requests)).not.toContain("sf_sandbox_key");
});

test.for([
  ["listRows", "/rows", "https://eu.api.test/v1/rows"],
  ["listLeads", "/leads", "https://leads.test/v2/leads"],
  ["listChats", "/chats", "https://chats.test/chats"],
] as const)("%s goes to its own server", async ([id, path, url]) => {
  const { client, paths, sent, handled } = connect(servers as Loaded);
  await client[id]?.();
  await paths.GET?.(path);
  expect(sent.map((request) => request.url)).toEqual([url, url]);
  expect(handled).toHaveLength(2);
});

test("a baseUrl stands for every server", async () => {
  const { createClient } = servers as Loaded;
  const urls: string[] = [];
  const fetch = async (url: string) => {
    urls.push(url);
    return new Response(null, { status: 204 });
  };
  const client = createClient({ apiKey: "k", baseUrl: "https://mock.test/x", fetch: fetch as never });
  await client.listLeads?.();
  expect(urls).toEqual(["https://mock.test/x/leads"]);
});

function connectSecured(options: object): Connection {
  const loaded = secured as Loaded;
  const withOptions = {
    ...loaded,
    createClient: (given: object) => loaded.createClient({ ...given, apiKey: undefined, ...options } as never),
  };
  const { createFetchClient: _, ...connection } = withOptions;
  const createFetchClient = (given: object) => loaded.createFetchClient({ ...given, ...options } as never);
  const connected = connect({ ...connection, createFetchClient } as never);
  const answered = async () => new Response(null, { status: 204 });
  const client = loaded.createClient({
    ...options,
    retries: 0,
    fetch: async (url: string, init: RequestInit) => {
      const headers = Object.fromEntries(new Headers(init.headers));
      connected.sent.push({ method: "GET", url, headers, body: undefined });
      return answered();
    },
  } as never);
  return { ...connected, client };
}

function asFunctions(options: object): object {
  return Object.fromEntries(Object.entries(options).map(([name, value]) => [name, async () => value]));
}
