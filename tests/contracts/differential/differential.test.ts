import { mkdir, mkdtempDisposable, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "vitest";
import { contract, type Json, json } from "../document.ts";
import { type AnyClient, loadContract } from "../load-contract.ts";
import { ROUNDS } from "./hostile-value.ts";
import { openDocument } from "./open-document.ts";
import { readMultipart } from "./read-multipart.ts";
import { compareCalls, runDifferential } from "./run-differential.ts";
import { writeRequest } from "./write-request.ts";

const file = join(import.meta.dirname, "fixtures/openapi.yaml");
const { document } = await openDocument(file);
const loaded = await loadContract(document);

test("every accepted operation sends and reads the same as an independent implementation", async () => {
  const { operationCount, rejected, right, leftToMethod, wrong } = await runDifferential(file);
  expect(wrong).toEqual([]);
  expect(rejected.map(({ title, issues }) => [title, issues[0]?.message])).toEqual([
    ["GET /legacy", expect.stringContaining('has the cookie parameter "session"')],
  ]);
  // openapi-fetch creates a `Request`, which has no stream, and in a form no object, quote or line break.
  const leftTo = (title: string) => leftToMethod.filter((one) => one === `${title} /shelves/{shelf-id}/cover`).length;
  expect([leftTo("PUT"), leftTo("PATCH"), leftTo("POST")]).toEqual([ROUNDS.length, 2, 1]);
  expect(right).toBe(2 * ROUNDS.length * (operationCount - rejected.length) - leftToMethod.length);
});

test("a document without an accepted operation has the reasons of each", async () => {
  await using folder = await mkdtempDisposable(join(tmpdir(), "differential-"));
  const parameters = [{ name: "session", in: "cookie", schema: { type: "string" } }];
  const get = { operationId: "getA", parameters, responses: { 204: { description: "Done." } } };
  const path = join(folder.path, "cookies.json");
  await writeFile(path, JSON.stringify(contract({ "/a": { get }, "/b": { get: { ...get, operationId: "getB" } } })));
  const { operationCount, rejected, right } = await runDifferential(path);
  expect([operationCount, rejected.map(({ title }) => title), right]).toEqual([2, ["GET /a", "GET /b"], 0]);
  expect(rejected[1]?.issues[0]?.message).toContain('GET /b has the cookie parameter "session"');
});

test("a document refers to files beside it, and to schemes that alternatives replace", async () => {
  await using folder = await mkdtempDisposable(join(tmpdir(), "differential-"));
  const get = { operationId: "getA", responses: { 200: json({ $ref: "schemas/row.yaml" }) } };
  const securitySchemes = { dsn: { type: "http", scheme: "DSN" }, token: { type: "http", scheme: "bearer" } };
  const document = contract({ "/a": { get } }, { securitySchemes }, { security: [{ dsn: [] }, { token: [] }] });
  const path = join(folder.path, "api.json");
  await writeFile(path, JSON.stringify(document));
  await mkdir(join(folder.path, "schemas"));
  await writeFile(join(folder.path, "schemas/row.yaml"), "type: object\nproperties:\n  id:\n    type: string\n");
  expect(await runDifferential(path)).toMatchObject({ operationCount: 1, rejected: [], right: 2 * ROUNDS.length });
});

test.for([
  ["sends another body", "updateSettings", (client: AnyClient) => client.updateSettings?.({ body: { other: true } })],
  [
    "sends another file",
    "createCover",
    (client: AnyClient) => client.createCover?.({ "shelf-id": "a", body: new Blob([]) }),
  ],
  [
    "sends no text beside a file",
    "changeCover",
    (client: AnyClient) => client.changeCover?.({ "shelf-id": "a", file: new Blob(["x"]) }),
  ],
  ["sends nothing", "deleteBook", () => Promise.resolve(undefined)],
  ["sends twice", "getStatus", (client: AnyClient) => client.getStatus?.().then(() => client.getStatus?.())],
  ["reads another value", "getStatus", (client: AnyClient) => client.getStatus?.().then(() => ({}))],
] as const)("a client that %s is wrong", async ([, id, call]) => {
  const createClient: typeof loaded.createClient = (options) => {
    const client = loaded.createClient(options);
    return { ...client, [id]: () => call(client) ?? Promise.resolve() };
  };
  const { path = "" } = loaded.operationTable[id] ?? {};
  const { [path]: item } = document.paths as Json;
  const { wrong } = await compareCalls({ ...document, paths: { [path]: item } }, { ...loaded, createClient });
  expect(new Set(wrong.map(({ by }) => by))).toEqual(new Set(["method"]));
  expect(wrong).toHaveLength(ROUNDS.length);
});

test("one key for every operation is sent, whatever its scheme is called", async () => {
  const document = contract({ "/a": { get: { operationId: "getA", responses: { 204: { description: "Done." } } } } });
  const { right, wrong } = await compareCalls(document, await loadContract(document));
  expect([right, wrong]).toEqual([2 * ROUNDS.length, []]);
});

test("a security requirement with a cookie is left to the others, and one token serves two schemes", async () => {
  const get = { operationId: "getA", responses: { 204: { description: "Done." } } };
  const securitySchemes = {
    session: { type: "apiKey", in: "cookie", name: "session" },
    token: { type: "oauth2", flows: {} },
    other: { type: "openIdConnect", openIdConnectUrl: "https://api.test/.well-known/openid-configuration" },
  };
  const security = [{ session: [] }, { token: [], other: [] }];
  const document = contract({ "/a": { get } }, { securitySchemes }, { security });
  const { right, wrong } = await compareCalls(document, await loadContract(document));
  expect([right, wrong]).toEqual([2 * ROUNDS.length, []]);
});

test("the writer serializes by the styles of OpenAPI", () => {
  const parameter = (name: string, style: string, explode: boolean) =>
    ({ name, in: "query", required: false, style, explode, schema: {} }) as const;
  const operation = {
    method: "GET",
    path: "/a/{b}",
    parameters: [
      parameter("csv", "form", false),
      parameter("each", "form", true),
      parameter("pipes", "pipeDelimited", false),
      parameter("deep", "deepObject", true),
    ],
    body: undefined,
    responses: [],
    security: [],
  };
  const query = { csv: ["a,b", "c d"], each: ["x", "&"], pipes: [1, 2], deep: { "k]": "é" } };
  expect(writeRequest({}, operation, { path: { b: "/?" }, query, header: {}, body: undefined })).toEqual({
    method: "GET",
    target: "/a/%2F%3F?csv=a%2Cb,c%20d&each=x&each=%26&pipes=1%7C2&deep%5Bk%5D%5D=%C3%A9",
    headers: {},
    body: "",
  });
});

test.for([
  ['--b\r\nContent-Disposition: form-data; name="a"\r\n\r\n1\r\n--b', "the form is not closed"],
  ["x\r\n--b\r\n--b--", "the form is not closed"],
  ["--b\r\n\r\n1\r\n--b--", "a part has no header"],
  ["--b\r\nContent-Type: text/plain\r\n\r\n1\r\n--b--", "a part has no name"],
] as const)("the form %j cannot be read", ([form, message]) => {
  expect(() => readMultipart(Buffer.from(form), "multipart/form-data; boundary=b")).toThrow(message);
});
