import { join } from "node:path";
import { afterAll, expect, test } from "vitest";
import { openDocument } from "./differential/open-document.ts";
import { loadWithoutHandlers } from "./load-contract.ts";
import { collect } from "./page-server.ts";

/** Another API: a bearer token, pages by cursor, arrays in one value and bodies of several kinds. */
const file = join(import.meta.dirname, "../../scripts/generate/fixtures/another-api/openapi.yaml");
const { document, rejected } = await openDocument(file);
const { createClient, createFetchClient, startServer, validators } = await loadWithoutHandlers(document);

const token = "parcel-token-1";
const { url: baseUrl, sandbox, close } = await startServer({ apiKey: token });
afterAll(close);

const options = { baseUrl, token, retries: 0, validate: "throw", validators } as object;
const client = createClient(options);

test("nothing of another API is rejected", () => {
  expect(rejected).toEqual([]);
});

test("a method resolves to the response of the sandbox of another API", async () => {
  await expect(client.getParcel?.({ parcelId: "p 7/8" })).resolves.toEqual({ id: "p 7/8", state: "sent" });
});

test("a list of another API has its array in one value", async () => {
  await expect(client.listParcels?.({ states: ["sent", "new"], limit: 2 })).resolves.toMatchObject({
    data: [{ id: "p-1" }, { id: "p-2" }],
  });
  expect(sandbox.requests.at(-1)?.url).toContain("?states=sent,new&limit=2");
});

test("a stream of another API reads its pages, and can resume from one of them", async () => {
  const first = await client.stream.listParcels?.({ limit: 1 }).pages()[Symbol.asyncIterator]().next();
  expect(first?.value.items).toEqual([{ id: "p-1", state: "sent" }]);
  const rest = await collect(client.stream.listParcels?.(first?.value.next));
  expect(rest).toEqual([
    { id: "p-2", state: "new" },
    { id: "p-3", state: "new" },
  ]);
});

test("a stream of another API reads an array", async () => {
  expect(await collect(client.stream.listDepots?.())).toEqual([{ id: "north" }, { id: "south" }]);
});

test.for([
  [{ kind: "letter", pages: 2 }, true],
  [{ kind: "box", weight: 1.5 }, true],
  [{ kind: "box", pages: 2 }, false],
  [{ kind: "tube" }, false],
])("the body %j of another API is valid: %s", async ([body, isValid]) => {
  const result = await client.safe.createParcel?.({ body });
  expect(result).toMatchObject(isValid ? { ok: true, data: { state: "new" } } : { ok: false, error: { status: 422 } });
});

test.for([
  [2, { ok: true, data: { id: "p-1" } }],
  [0, { ok: false, error: { status: 422 } }],
] as const)("an upload of another API arrives, and %i copies of it are valid or not", async ([copies, expected]) => {
  const image = new File([Uint8Array.of(0x89, 0x50, 0, 0xff)], "label.png", { type: "image/png" });
  await expect(client.safe.replaceLabel?.({ parcelId: "p-1", image, copies })).resolves.toMatchObject(expected);
});

test("an upload of another API is streamed over HTTP", async () => {
  const image = new Blob(["a".repeat(2_000_000)]).stream();
  await expect(client.replaceLabel?.({ parcelId: "p-1", image, copies: 1 })).resolves.toMatchObject({ id: "p-1" });
});

test("a delete of another API resolves to nothing", async () => {
  await expect(client.deleteParcel?.({ parcelId: "p-1" })).resolves.toBeUndefined();
});

test("a path-style call reaches another API", async () => {
  const { data } = (await createFetchClient(options).GET?.("/parcels/{parcelId}", {
    params: { path: { parcelId: "p-9" } },
  })) ?? { data: undefined };
  expect(data).toEqual({ id: "p-9", state: "sent" });
});

test("a custom request reaches another API", async () => {
  await expect(client.request?.({ method: "GET", path: "/depots" })).resolves.toHaveLength(2);
});

test("another API rejects a wrong token, which the error does not contain", async () => {
  const unauthorized = createClient({ ...options, token: "another-token-2" } as object);
  const error = await unauthorized.getParcel?.({ parcelId: "p-1" }).catch((reason: unknown) => reason);
  expect(error).toMatchObject({ name: "ApiError", operation: "getParcel", status: expect.any(Number) });
  expect(JSON.stringify(error)).not.toContain("another-token-2");
});

test("a call of another API without a token is rejected unless it needs none", async () => {
  const { token: _, ...others } = options as { token: string };
  const client = createClient(others);
  await expect(client.getParcel?.({ parcelId: "p-1" })).rejects.toMatchObject({ param: "token" });
  await expect(client.listDepots?.()).resolves.toHaveLength(2);
});
