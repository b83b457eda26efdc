import { expect, test, vi } from "vitest";
import { otherMedia } from "./cases/media.ts";
import { connect } from "./connect.ts";
import { contract, integer, json, object, text } from "./document.ts";
import { type LoadedContract, loadContract, loadWithoutHandlers } from "./load-contract.ts";
import { collect } from "./page-server.ts";

const loaded = await loadContract(otherMedia);

/** A client whose `fetch` responds with one body, or with one in these chunks. */
function respond(
  given: ReadableStream | readonly (string | Uint8Array)[],
  contentType: string,
  options: Parameters<LoadedContract["createClient"]>[0] = {},
) {
  const accepted: unknown[] = [];
  const fetch = async (_: string, init: RequestInit): Promise<Response> => {
    accepted.push(new Headers(init.headers).get("accept"));
    const headers = new Headers(contentType === "" ? {} : { "content-type": contentType });
    return new Response(given instanceof ReadableStream ? given : ReadableStream.from(given.map(toBytes)), { headers });
  };
  const all = { apiKey: "k", fetch: fetch as never, retries: 0, ...options };
  return { client: loaded.createClient(all), paths: loaded.createFetchClient(all), accepted };
}

function toBytes(chunk: string | Uint8Array): Uint8Array {
  return typeof chunk === "string" ? new TextEncoder().encode(chunk) : chunk;
}

test.for([
  ["getExport", "text/csv"],
  ["getPicture", "image/png"],
  ["getFile", "application/octet-stream"],
  ["getAttachment", "*/*"],
  ["getRow", "application/vnd.rows+json"],
  ["listRows", "application/json"],
  ["getEither", "application/json"],
  ["listTicks", "text/event-stream"],
] as const)("%s accepts %s", async ([id, type]) => {
  const { client, accepted } = respond(['{"id":"1"}'], type);
  await client[id]?.().catch(() => undefined);
  expect(accepted).toEqual([type]);
});

test("a text is returned unchanged, decoded by the charset of its response", async () => {
  const csv = "\uFEFFid;name\r\n1;Ä 🙂\r\n";
  const { client, paths } = respond([csv.slice(0, 12), csv.slice(12)], "text/csv; charset=utf-8");
  await expect(client.getExport?.()).resolves.toBe(csv.slice(1));
  await expect(client.safe.getExport?.()).resolves.toMatchObject({ ok: true, data: csv.slice(1) });
  await expect(paths.GET?.("/export", { parseAs: "text" })).resolves.toMatchObject({ data: csv.slice(1) });
  const latin = respond([Uint8Array.of(0xc4, 0x3b)], 'text/csv;charset="ISO-8859-1"').client;
  await expect(latin.getExport?.()).resolves.toBe("Ä;");
  await expect(respond([""], "text/csv").client.getExport?.()).resolves.toBe("");
});

test("a text is streamed as text, also when chunks split characters", async () => {
  const bytes = new TextEncoder().encode("Ä 🙂 ok");
  const { client } = respond(
    [...bytes].map((byte) => Uint8Array.of(byte)),
    "text/csv",
  );
  const parts = await collect(client.stream.getExport?.());
  expect([parts.join(""), parts.every((part) => typeof part === "string" && part !== "")]).toEqual(["Ä 🙂 ok", true]);
});

test.for([[0xc4], [0xf0, 0x9f]])(
  "a text that ends within a character, after %j, ends with a replacement character",
  async (bytes) => {
    const { client } = respond([Uint8Array.of(0x41, ...bytes)], "text/csv");
    await expect(client.getExport?.()).resolves.toBe("A\uFFFD");
    expect(await collect(client.stream.getExport?.())).toEqual(["A", "\uFFFD"]);
  },
);

test("a list in JSON beside other media is streamed by its elements", async () => {
  const { client } = respond(['[{"id":"1"}', ',{"id":"2"}]'], "application/json");
  expect(await collect(client.stream.listRows?.())).toEqual([{ id: "1" }, { id: "2" }]);
});

test("a stream that breaks off is a ConnectionError", async () => {
  const body = new ReadableStream({
    pull: (controller) => controller.error(new TypeError("terminated")),
    start: (controller) => controller.enqueue(toBytes("id;name")),
  });
  const { client } = respond(body, "text/csv", { retries: 2 });
  await expect(collect(client.stream.getExport?.())).rejects.toMatchObject({ name: "ConnectionError", attempts: 1 });
});

const png = Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 0, 0xff, 0xfe);

test("bytes are returned and streamed unchanged", async () => {
  const { client, paths } = respond([png.slice(0, 3), png.slice(3)], "image/png");
  await expect(client.getPicture?.()).resolves.toEqual(png);
  const chunks = (await collect(client.stream.getPicture?.())) as Uint8Array[];
  expect(Buffer.concat(chunks)).toEqual(Buffer.from(png));
  const { data } = (await paths.GET?.("/picture", { parseAs: "arrayBuffer" })) ?? {};
  expect(new Uint8Array(data as ArrayBuffer)).toEqual(png);
});

test("a success with an optional body resolves to undefined at 204", async () => {
  const headers = { "content-type": "application/octet-stream" };
  const fetch = async () => new Response(null, { status: 204, headers });
  const client = loaded.createClient({ apiKey: "k", fetch: fetch as never });
  await expect(client.getFile?.()).resolves.toBeUndefined();
  expect(client.stream.getFile).toBeUndefined();
});

test("a success with an optional body can be an empty file", async () => {
  await expect(respond([], "application/octet-stream").client.getFile?.()).resolves.toEqual(new Uint8Array());
  await expect(respond([], "").client.getFile?.()).resolves.toBeUndefined();
  await expect(respond([], "text/html").client.getFile?.()).resolves.toBeUndefined();
  await expect(respond(["<p>"], "text/html").client.getFile?.()).rejects.toMatchObject({ name: "ResponseError" });
  await expect(respond(["a"], "application/octet-stream").client.getFile?.()).resolves.toEqual(Uint8Array.of(97));
});

test.for([
  ["getExport", "text/html", "the body is text/html, not text/csv"],
  ["getExport", "application/json; charset=utf-8", "the body is application/json, not text/csv"],
  ["getExport", "text/csv; charset=x-unknown", "the body is in a charset that this runtime cannot read"],
  ["getPicture", "application/problem+json", "the body is application/problem+json, not image/png"],
  ["listTicks", "text/plain", "the body is text/plain, not text/event-stream"],
  ["getExport", "Text/HTML ; charset=utf-8", "the body is text/html, not text/csv"],
  ["listTicks", "", "the body is of no media type, not text/event-stream"],
  ["listTicks", "some plain/text", "the body is of no media type, not text/event-stream"],
  ["listTicks", "plain/text some", "the body is of no media type, not text/event-stream"],
] as const)("%s rejects %s", async ([id, type, problem]) => {
  const { client } = respond(['data: {"at":1}\n\n'], type);
  const error = { name: "ResponseError", message: expect.stringContaining(problem) };
  await expect(client[id]?.()).rejects.toMatchObject(error);
  await expect(collect(client.stream[id]?.())).rejects.toMatchObject(error);
});

test.for(["text/plain", "application/csv", "application/octet-stream", "application/json-seq", "text/html-table", ""])(
  "a table may come as %s",
  async (type) => {
    await expect(respond(["a,b"], type).client.getExport?.()).resolves.toBe("a,b");
  },
);

test("bytes may come with any charset", async () => {
  await expect(respond([png], "image/png; charset=x-unknown").client.getPicture?.()).resolves.toEqual(png);
});

test("an empty body of another media type is rejected", async () => {
  const { client } = respond([], "text/html");
  const error = { name: "ResponseError", message: expect.stringContaining("the body is text/html, not text/csv") };
  await expect(client.getExport?.()).rejects.toMatchObject(error);
  await expect(collect(client.stream.getExport?.())).rejects.toMatchObject(error);
});

test("maxResponseBytes limits a whole text and one event, but no stream of text", async () => {
  const options = { maxResponseBytes: 8 };
  const { client } = respond(["12345678", "9"], "text/csv", options);
  await expect(client.getExport?.()).rejects.toMatchObject({
    message: expect.stringContaining("exceeds 8 bytes (maxResponseBytes); client.stream.getExport reads it in parts"),
  });
  expect((await collect(client.stream.getExport?.())).join("")).toBe("123456789");
  const events = respond(["data: 1\n\n", "data: 2\n\n", "data: too", " long\n\n"], "text/event-stream", options).client;
  await expect(collect(events.stream.listLines?.())).rejects.toMatchObject({
    message: expect.stringContaining("an event exceeds 8 bytes (maxResponseBytes)"),
  });
});

test.for(["getExport", "getPicture"])("the body of %s above maxResponseBytes is canceled", async (id) => {
  const cancel = vi.fn();
  const pull = (controller: ReadableStreamDefaultController): void => controller.enqueue(png);
  const type = id === "getExport" ? "text/csv" : "image/png";
  const body = new ReadableStream({ pull, cancel }, { highWaterMark: 0 });
  const { client } = respond(body, type, { maxResponseBytes: 20, retries: 2 });
  const error = await client[id]?.().catch((reason: unknown) => reason);
  expect(error).toMatchObject({ name: "ResponseError", attempts: 1 });
  // Bytes have no preview.
  expect(Object(error).bodyPreview === "").toBe(id === "getPicture");
  expect(cancel).toHaveBeenCalledOnce();
});

test("events are returned as an array, and streamed as they arrive", async () => {
  const sent =
    'event: tick\nid: 7\nretry: 10\ndata: {"at":1}\n\n: still here\n\ndata: {"at":\ndata: 2}\n\ndata: {"at":3}';
  const expected = [
    { event: "tick", data: { at: 1 }, id: "7", retry: 10 },
    { event: "message", data: { at: 2 }, id: "7" },
  ];
  const { client, paths } = respond([sent], "text/event-stream;charset=utf-8");
  await expect(client.listTicks?.()).resolves.toEqual(expected);
  expect(await collect(client.stream.listTicks?.())).toEqual(expected);
  const { data } = (await paths.GET?.("/ticks", { parseAs: "stream" })) ?? {};
  expect(await new Response(data as ReadableStream).text()).toBe(sent);
  await expect(respond(["data: 5\n\n"], "text/event-stream").client.listLines?.()).resolves.toMatchObject([
    { data: "5" },
  ]);
});

test("an event whose data is not JSON, or does not match the contract, is an error", async () => {
  const broken = respond(["data: {\n\n"], "text/event-stream").client;
  const error = { name: "ResponseError", message: expect.stringContaining("the data of an event is not JSON") };
  await expect(broken.listTicks?.()).rejects.toMatchObject(error);
  await expect(collect(broken.stream.listTicks?.())).rejects.toMatchObject(error);
  const validate = { validate: "throw", validators: loaded.validators } as never;
  const { client } = respond(['data: {"at":1}\n\ndata: {"at":"2"}\n\n'], "text/event-stream", validate);
  const seen: unknown[] = [];
  await expect(collect(client.stream.listTicks?.(), seen)).rejects.toMatchObject({
    message: expect.stringContaining("/data/at must be integer, not string"),
  });
  expect(seen).toHaveLength(1);
  await expect(client.listTicks?.()).rejects.toMatchObject({
    name: "ResponseError",
    message: expect.stringContaining("the body does not match the contract: "),
  });
});

test("the path style returns events as they arrive, and JSON as it is", async () => {
  const sent: string[] = [];
  const chunks = ["data: 1\n", "\n", "data: 2\n\n"];
  const body = new ReadableStream(
    {
      pull(controller) {
        const chunk = chunks[sent.length];
        if (chunk === undefined) return controller.close();
        sent.push(chunk);
        controller.enqueue(toBytes(chunk));
      },
    },
    { highWaterMark: 0 },
  );
  const { paths } = respond(body, "text/event-stream");
  const { data } = (await paths.GET?.("/lines", { parseAs: "stream" })) ?? {};
  expect(sent).toHaveLength(1);
  expect(await new Response(data as ReadableStream).text()).toBe(chunks.join(""));
  const empty = respond([], "text/event-stream").paths;
  expect((await empty.GET?.("/lines", { parseAs: "text" }))?.data).toBe("");
  const json = respond(['{"id":"1"}'], "application/json").paths;
  expect((await json.GET?.("/row"))?.data).toEqual({ id: "1" });
});

test("an endless stream of events ends when its reader stops", async () => {
  const cancel = vi.fn();
  const pull = (controller: ReadableStreamDefaultController) => controller.enqueue(toBytes("data: 1\n\n"));
  const { client } = respond(new ReadableStream({ pull, cancel }), "text/event-stream");
  for await (const event of client.stream.listLines?.() ?? []) {
    expect(event).toEqual({ event: "message", data: "1", id: "" });
    break;
  }
  expect(cancel).toHaveBeenCalledOnce();
});

test("validators accept the results of methods", () => {
  const { validators } = loaded;
  expect(validators.getExport?.output.validate("a")).toEqual([]);
  expect(validators.getExport?.output.validate(5)).toHaveLength(1);
  expect(validators.getPicture?.output.validate(png)).toEqual([]);
  expect(validators.getPicture?.output.validate({})).toHaveLength(1);
  expect(validators.listTicks?.element.validate({ event: "a", data: { at: 1 }, id: "" })).toEqual([]);
  expect(validators.listTicks?.element.validate({ event: "a", data: { at: "1" }, id: "" })).toHaveLength(1);
});

test.for([
  ["getExport", "a;b\n", "text/csv"],
  ["getPicture", png, "image/png"],
  ["getAttachment", png, "application/octet-stream"],
  ["getRow", { id: "1" }, "application/vnd.rows+json"],
  ["listTicks", [{ event: "tick", data: { at: 1 }, id: "7", retry: 5 }], "text/event-stream"],
  ["listLines", [{ event: "message", data: "two\nlines", id: "" }], "text/event-stream"],
] as const)("the sandbox responds to %s with the result of its handler", async ([id, output, type]) => {
  const { client } = connect(loaded, output);
  const result = (await client.safe[id]?.()) as { data: unknown; response: Response };
  expect([result.data, result.response.headers.get("content-type")]).toEqual([output, type]);
});

test("the sandbox responds from examples and schemas, with errors in their media types", async () => {
  const connection = connect(loaded);
  const { createSandbox } = await loadWithoutHandlers(otherMedia);
  const sandbox = createSandbox({ apiKey: "k" });
  const read = (path: string, key = "k") => sandbox.fetch(`https://api.test${path}`, { headers: { "x-key": key } });
  expect(await (await read("/export")).text()).toBe("id,name\n1,Ä\n");
  expect((await (await read("/picture")).arrayBuffer()).byteLength).toBeGreaterThan(0);
  expect(await (await read("/ticks")).text()).toMatch(/^(?:\w+: .*\n)+\n$/);
  const forbidden = await read("/export", "wrong");
  expect([forbidden.status, forbidden.headers.get("content-type")]).toEqual([403, "application/problem+json"]);
  expect(await forbidden.json()).toEqual({ message: expect.any(String) });
  expect(connection.sent).toEqual([]);
});

test.for([
  ["application/json;version=2", "application/json;version=2", "application/json;version=2"],
  ["application/json; charset=utf-8", "application/json", "application/json"],
  ["application/json; charset=iso-8859-1; v=2", "application/json; v=2", "application/json; v=2"],
  ["application/vnd.row+json; v=2", "application/vnd.row+json; v=2", "application/vnd.row+json; v=2"],
] as const)("a body of %s is sent as %s and accepted as %s", async ([type, sent, accepted]) => {
  const content = { [type]: { schema: object({ id: text }) } };
  const put = {
    operationId: "updateRow",
    requestBody: { content },
    responses: { 200: { description: "It.", content } },
  };
  const loaded = await loadContract(contract({ "/row": { put } }));
  const connection = connect(loaded, { id: "1" });
  await expect(connection.client.updateRow?.({ id: "1" })).resolves.toEqual({ id: "1" });
  await expect(connection.paths.PUT?.("/row", { body: { id: "1" } })).resolves.toMatchObject({ data: { id: "1" } });
  const headers = connection.sent.map(({ headers }) => [headers["content-type"], headers.accept]);
  expect(headers).toEqual(Array(2).fill([sent, accepted]));
});

test.for([
  ["text/plain; charset=iso-8859-1; format=flowed", "text/plain; format=flowed"],
  ["text/plain; charset=UTF-8", "text/plain; charset=UTF-8"],
  ["application/vnd.row+json; charset=utf-16", "application/vnd.row+json"],
  ["application/pdf; charset=iso-8859-1", "application/pdf; charset=iso-8859-1"],
] as const)("the sandbox responds to %s with %s, since its texts are in UTF-8", async ([type, sent]) => {
  const get = {
    operationId: "getNote",
    responses: { 200: { description: "It.", content: { [type]: { schema: text } } } },
  };
  const { client, respondWith, sandbox } = connect(await loadContract(contract({ "/note": { get } })));
  const value = type.startsWith("application/pdf") ? new TextEncoder().encode("Ä") : "Ä";
  respondWith(value);
  await expect(client.getNote?.()).resolves.toEqual(value);
  const response = await sandbox.fetch("https://api.test/note", { headers: { "x-key": "sf_sandbox_key" } });
  expect(response.headers.get("content-type")).toBe(sent);
});

test.for([text, {}, { oneOf: [integer, text] }, { type: "string", nullable: true }] as const)(
  "without a handler, the sandbox responds with a text as it is: %j",
  async (schema) => {
    const operations = { get: { operationId: "getNote", responses: { 200: json(schema) } } };
    const loaded = await loadWithoutHandlers(contract({ "/note": operations }));
    const { client } = connect(loaded);
    const note = await client.getNote?.();
    expect(["string", "number"]).toContain(typeof note);
    expect(loaded.validators.getNote?.output.validate(note)).toEqual([]);
  },
);
