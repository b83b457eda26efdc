import { expect, test } from "vitest";
import { otherBodies } from "./cases/open-bodies.ts";
import { otherErrors, otherServers, otherSuccesses } from "./cases/operations.ts";
import { connect, jsonInit, send } from "./connect.ts";
import { loadContract } from "./load-contract.ts";
import { collect } from "./page-server.ts";
import { rejectedInput } from "./rejected-input.ts";

const bodies = await loadContract(otherBodies);
const successes = await loadContract(otherSuccesses);
const errors = await loadContract(otherErrors);
const servers = await loadContract(otherServers);

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
  ["createNote", "POST", "/note/{id}", { id: "7", text: "a", pages: 2 }, '{"text":"a","pages":2}'],
  ["createNote", "POST", "/note/{id}", { id: "7" }, undefined],
  ["updateSame", "PUT", "/same/{id}", { id: "7", body: { id: "8" } }, '{"id":"8"}'],
] as const)("%s sends %j %j %j as the body %s, by method and by path", async ([id, method, path, input, text]) => {
  const { client, paths, sent, handled } = connect(bodies);
  await client[id]?.(input);
  const { id: rowId, ...others } = input as { id?: string; body?: unknown };
  const body = "body" in others ? others.body : others;
  const isLeftOut = text === undefined;
  await paths[method]?.(path, { params: { path: { id: rowId } }, ...(!isLeftOut && { body }) });
  expect(sent.map((request) => request.body)).toEqual([text, text]);
  expect(sent[0]?.headers["content-type"]).toBe(isLeftOut ? undefined : "application/json");
  expect(handled.map((call) => call.input)).toEqual([input, input]);
  expect(bodies.validators[id]?.input.validate(input)).toEqual([]);
});

test.for([
  ["createList", { body: { id: "1" } }, "/list"],
  ["createList", { body: [{}] }, "/list"],
  ["updateNumber", { body: "1" }, "/number"],
  ["updateMap", { body: { any: 1 } }, "/map"],
  ["createKind", { body: { kind: "A", b: "x" } }, "/kinds"],
  ["createKind", { body: { kind: "C" } }, "/kinds"],
] as const)("validator and sandbox of %s reject %j", async ([id, input, path]) => {
  const connection = connect(bodies);
  expect(bodies.validators[id]?.input.validate(input)).not.toEqual([]);
  const method = id.startsWith("create") ? "POST" : "PUT";
  expect((await send(connection, path, jsonInit(input.body, method))).status).toBe(400);
});

test.for([
  ["updateNumber", {}, "body is required"],
  ["createNote", { id: "7", pages: 2 }, "text is required"],
  ["updateNumber", { body: 1, size: 2 }, 'unknown input "size"'],
  ["updateSame", { id: "7", size: 1 }, 'unknown input "size"'],
  ["updateOpen", { id: "7" }, "name is required"],
  ["updateNumber", { body: Number.NaN }, "body must be a JSON value"],
  ["createNote", { id: "7", text: Number.NaN }, "text must be a JSON value"],
] as const)("%s rejects %j: %s", async ([id, input, message]) => {
  const { client, sent } = connect(bodies);
  await expect(client[id]?.(input)).rejects.toMatchObject(rejectedInput(message));
  expect(sent).toEqual([]);
  expect(bodies.validators[id]?.input.validate(input)).not.toEqual([]);
});

test.for([
  ["POST", "/list", { body: [{ id: Number.NaN }] }, "body[0].id must be a JSON value"],
  ["PUT", "/number", { body: 1, bodySerializer: () => "one" }, "body must be JSON"],
  ["PUT", "/number", {}, "body is required"],
  ["POST", "/note/{id}", { body: { text: "a", id: "8" } }, 'unknown input "id"; expected text, pages'],
] as const)("the path style rejects %s %s with %o", async ([method, path, init, message]) => {
  const { paths, sent } = connect(bodies);
  const call = paths[method]?.(path, { params: { path: { id: "7" } }, ...init });
  await expect(call).rejects.toMatchObject(rejectedInput(message));
  expect(sent).toEqual([]);
});

test("an extra body field is added to an object, and rejected beside a whole body", async () => {
  const { client, sent } = connect(bodies);
  const options = { extra: { body: { more: 1 } } };
  await client.safe.createNote?.({ id: "7", text: "a" }, options);
  await client.safe.updateNumber?.({ body: 1 }, { extra: { query: { more: 1 } } });
  expect(sent.map(({ body, url }) => [body, new URL(url).search])).toEqual([
    ['{"text":"a","more":1}', ""],
    ["1", "?more=1"],
  ]);
  const message = "extra.body must not be set; pass the whole body as body";
  await expect(client.updateNumber?.({ body: 1 }, options)).rejects.toMatchObject(rejectedInput(message));
});

test("a key of an open body that is also a path parameter is sent in the path", async () => {
  const { client, sent } = connect(bodies);
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
  const { client, paths, respondWith } = connect(successes, output);
  await expect(client[id]?.()).resolves.toEqual(output);
  expect((await paths[method]?.(path))?.data).toEqual(output);
  if (output !== undefined) expect(successes.validators[id]?.output.validate(output)).toEqual([]);
  for (const value of invalid) {
    expect([value, successes.validators[id]?.output.validate(value)]).not.toEqual([value, []]);
    respondWith(value);
    await expect(client[id]?.()).rejects.toMatchObject({ name: "ContractError" });
  }
});

test("each success is validated by the schema of its own status", async () => {
  const { createClient, validators } = successes;
  const fetch = async () => Response.json({ id: "1" }, { status: 202 });
  const client = createClient({ apiKey: "k", fetch, validate: "throw", validators: validators as never });
  await expect(client.createLater?.()).rejects.toThrow("/job must be string, not missing");
  const result = await createClient({ apiKey: "k", fetch }).safe.createLater?.();
  expect(result).toMatchObject({ ok: true, data: { id: "1" }, response: { status: 202 } });
});

test.for([
  ["getText", undefined],
  ["createLater", ["200", "202"]],
  ["updateRange", ["200"]],
] as const)("the validators of %s by status are those of %j", ([id, statuses]) => {
  const outputs = successes.validators[id]?.outputs;
  expect(outputs && Object.keys(outputs)).toEqual(statuses);
});

test.for([
  [200, { id: "1" }, undefined],
  [200, { job: "1" }, "/id must be string, not missing"],
  [201, { job: "1" }, undefined],
  [201, { other: "1" }, "the value must be one of 2 forms, not object"],
] as const)("beside 2XX, %i with %j has the issue %s", async ([status, body, issue]) => {
  const { createClient, validators } = successes;
  const fetch = async () => Response.json(body, { status });
  const client = createClient({ apiKey: "k", fetch, validate: "throw", validators: validators as never });
  const message = await client.updateRange?.().then(
    () => undefined,
    (error: Error) => error.message,
  );
  expect(message?.match(/contract: (.+?): update/)?.[1]).toBe(issue);
});

test("elements without a name are streamed", async () => {
  const { client } = connect(successes, ["a", "b"]);
  expect(await collect(client.stream.listNames?.())).toEqual(["a", "b"]);
  expect(Object.keys(client.stream)).toEqual(["listNames"]);
});

test("an empty body is an error if the contract has a body", async () => {
  const { createClient } = successes;
  const client = createClient({ apiKey: "k", fetch: async () => new Response("", { status: 200 }) });
  await expect(client.getText?.()).rejects.toMatchObject({ name: "ResponseError" });
  await expect(client.getEmpty?.()).resolves.toBeUndefined();
});

test.for([404, 409, 500])("the error %i is thrown with its body", async (status) => {
  const { createClient } = errors;
  const fetch = async () => Response.json({ message: "no" }, { status });
  const client = createClient({ apiKey: "k", fetch, retries: 0 });
  await expect(client.getRow?.()).rejects.toMatchObject({ name: "ApiError", status, body: { message: "no" } });
});

test.for([
  ["listRows", "/rows", "https://eu.api.test/v1/rows"],
  ["listLeads", "/leads", "https://leads.test/v2/leads"],
  ["listChats", "/chats", "https://chats.test/chats"],
] as const)("%s goes to its own server", async ([id, path, url]) => {
  const { client, paths, sent, handled } = connect(servers);
  await client[id]?.();
  await paths.GET?.(path);
  expect(sent.map((request) => request.url)).toEqual([url, url]);
  expect(handled).toHaveLength(2);
});

test("a baseUrl replaces every server", async () => {
  const { createClient } = servers;
  const urls: string[] = [];
  const fetch = async (url: string) => {
    urls.push(url);
    return new Response(null, { status: 204 });
  };
  const client = createClient({ apiKey: "k", baseUrl: "https://mock.test/x", fetch: fetch as never });
  await client.listLeads?.();
  expect(urls).toEqual(["https://mock.test/x/leads"]);
});
