import { expect, test } from "vitest";
import { connect, send } from "./connect.ts";
import { contract, integer, type Json, json, object, text } from "./document.ts";
import { loadContract, loadWithoutHandlers } from "./load-contract.ts";

const MESSAGE = "The x-key header is missing or its key is invalid.";

function media(type: string, schema: Json, more: Json = {}): Json {
  return { description: "What went wrong.", content: { [type]: { schema, ...more } } };
}

/** An operation whose errors are described so. */
function rejecting(error: Json): ReturnType<typeof contract> {
  const responses = { 200: json(object({ id: text })), default: error };
  return contract({ "/row": { get: { operationId: "getRow", responses } } });
}

async function reject(document: ReturnType<typeof contract>) {
  const { sandbox } = connect(await loadContract(document));
  return describe(await send({ sandbox }, "/row", {}, "x-other-key"));
}

test("a status that is documented by itself is preferred to one that default covers", async () => {
  const error = json(object({ message: text }));
  const responses = { 200: json(object({ id: text })), 403: error, default: error };
  const document = contract({ "/row": { get: { operationId: "getRow", responses } } });
  expect((await reject(document))[0]).toBe(403);
  expect((await reject(rejecting(error)))[0]).toBe(401);
});

async function describe(response: Response): Promise<readonly unknown[]> {
  return [response.status, response.headers.get("content-type"), await response.text()];
}

test.for<{ error: string; schema: Json; body: unknown; more?: Json }>([
  { error: "{ message }", schema: object({ message: text }, ["message"]), body: { message: MESSAGE } },
  {
    error: "{ code, message }",
    schema: object({ code: integer, message: text }, ["code", "message"]),
    body: { code: 401, message: MESSAGE },
  },
  {
    error: "of RFC 9457",
    schema: object({ type: text, title: text, status: integer, detail: text }, ["type", "title", "status"], {
      additionalProperties: false,
    }),
    more: { example: { type: "about:blank", title: "Conflict", status: 409, detail: "It exists." } },
    body: { type: "about:blank", title: "Conflict", status: 401, detail: MESSAGE },
  },
  {
    error: "in an envelope",
    schema: object({ error: object({ code: { enum: ["denied"] }, message: text }, ["code", "message"]) }, ["error"]),
    body: { error: { code: "denied", message: MESSAGE } },
  },
  {
    error: "in a list",
    schema: { type: "array", minItems: 1, items: object({ detail: text }, ["detail"]) },
    body: [{ detail: MESSAGE }],
  },
  {
    error: "whose message is limited",
    schema: object({ code: integer, message: { ...text, maxLength: 3 } }, ["message"]),
    more: { example: { code: 7, message: "No." } },
    body: { code: 401, message: "No." },
  },
  {
    error: "of optional properties",
    schema: object({ status: integer, detail: text }),
    body: { status: 401, detail: MESSAGE },
  },
  { error: "of a JSON string", schema: text, body: MESSAGE },
])("the sandbox's error $error is that of the contract", async ({ schema, body, more }) => {
  const [status, type, sent] = await reject(rejecting(media("application/problem+json", schema, more)));
  expect([status, type, JSON.parse(String(sent))]).toEqual([401, "application/problem+json", body]);
});

test.for([
  { error: "a text", described: media("text/plain", text), type: "text/plain", body: MESSAGE },
  { error: "no body", described: { description: "What went wrong." }, type: null, body: "" },
])("the sandbox's error is $error if the contract says so", async ({ described, type, body }) => {
  expect(await reject(rejecting(described))).toEqual([401, type, body]);
});

test.for([
  { type: "text/csv", schema: text, body: MESSAGE },
  { type: "application/octet-stream", schema: { type: "string", format: "binary" }, body: MESSAGE },
  { type: "text/event-stream", schema: text, body: expect.stringContaining(`data: ${MESSAGE}\n`) },
])("the sandbox's error is $type if that is the contract's only response", async ({ type, schema, body }) => {
  const responses = { default: media(type, schema) };
  const document = contract({ "/row": { get: { operationId: "getRow", responses } } });
  expect(await reject(document)).toEqual([401, type, body]);
});

test("the sandbox's error is { message } if the contract has none for its status", async () => {
  const responses = { 200: json(object({ id: text })) };
  const document = contract({ "/row": { get: { operationId: "getRow", responses } } });
  expect(await reject(document)).toEqual([403, "application/json", JSON.stringify({ message: MESSAGE })]);
});

test("an error without an example that can be made is a mistake in the contract", async () => {
  const schema = object({ trace: { ...text, pattern: "^(?=a)b" } }, ["trace"]);
  await expect(reject(rejecting(json(schema)))).rejects.toThrow(
    "The sandbox's 401 response to getRow breaks the contract: No value is found that matches its schema; add an example to it.",
  );
});

test("an injected status and an invalid request have the error of the contract too", async () => {
  const error = json(object({ code: integer, message: text }, ["code", "message"]));
  const { sandbox, client } = connect(await loadWithoutHandlers(rejecting(error)));
  sandbox.faults.add({ kind: "status", status: 503 });
  await expect(client.safe.getRow?.()).resolves.toMatchObject({
    ok: false,
    error: { status: 503, body: { code: 503, message: "An injected fault: 503." } },
  });
  expect(await describe(await send({ sandbox }, "/row?other=1"))).toEqual([
    400,
    "application/json",
    JSON.stringify({ code: 400, message: "getRow has no query parameter other." }),
  ]);
});
