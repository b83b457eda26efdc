import { codePoint } from "@serviceform/tests-samples/code-point";
import fc from "fast-check";
import { expect, onTestFinished, test, vi } from "vitest";
import { bodyMedia, wholeForm, withBody } from "./cases/body-media.ts";
import { type Connection, connect, jsonInit, send } from "./connect.ts";
import { loadContract } from "./load-contract.ts";
import { rejectedInput } from "./rejected-input.ts";

const loaded = await loadContract(bodyMedia);
const png = Uint8Array.of(0x89, 0x50, 0, 0xff, 0x0d, 0x0a, 0x2d, 0x2d);

/** Parses the last request with the platform's own parser. */
async function received({ sent }: Connection): Promise<Response> {
  const { body, headers } = sent.at(-1) ?? {};
  const type = headers?.["content-type"];
  return new Response(body as never, type === undefined ? {} : { headers: { "content-type": type } });
}

async function fieldsOf(connection: Connection): Promise<unknown[]> {
  const form = await (await received(connection)).formData();
  const entries = [...form].map(async ([name, value]) =>
    typeof value === "string"
      ? [name, value]
      : [name, value.name, value.type, new Uint8Array(await value.arrayBuffer())],
  );
  return Promise.all(entries);
}

function lockedStream(): ReadableStream {
  const stream = new ReadableStream();
  stream.getReader();
  return stream;
}

test("a form carries files with their names, bytes and types, and texts in UTF-8", async () => {
  const connection = connect(loaded);
  const file = new File([png], "Übersicht 🙂.pdf", { type: "application/pdf" });
  await connection.client.createFile?.({
    itemId: "7",
    file,
    title: "Ä 🙂",
    pages: 3,
    more: [new Blob(["a"]), new Blob(["b"])],
  });
  expect(connection.sent.at(-1)?.headers["content-type"]).toBeUndefined();
  expect(connection.sent.at(-1)?.body).toBeInstanceOf(FormData);
  expect(await fieldsOf(connection)).toEqual([
    ["file", "Übersicht 🙂.pdf", "application/pdf", png],
    ["title", "Ä 🙂"],
    ["pages", "3"],
    ["more", "blob", expect.any(String), Uint8Array.of(97)],
    ["more", "blob", expect.any(String), Uint8Array.of(98)],
  ]);
  expect(connection.handled.at(-1)?.input).toMatchObject({ itemId: "7", title: "Ä 🙂", pages: 3, file: { size: 8 } });
});

test("a body of any media type is sent as JSON, if its schema is that of an object", async () => {
  const { client, paths, sent, handled } = connect(loaded);
  await client.updateRange?.({ id: "1" });
  await paths.PUT?.("/range", { body: { id: "1" } });
  const request = { body: '{"id":"1"}', headers: { "content-type": "application/json" } };
  expect(sent).toMatchObject([request, request]);
  expect(handled.map(({ input }) => input)).toEqual([{ id: "1" }, { id: "1" }]);
});

test("the sandbox names the invalid field of a form with a file", async () => {
  const { client, handled } = connect(loaded);
  const error = await client
    .createFile?.({ itemId: "7", file: new Blob([png]), more: [new Blob([])], pages: "many" })
    .catch((reason: unknown) => reason);
  const message = "The body is invalid at /pages. Expected: integer; received: string.";
  expect(error).toMatchObject({ status: 400, body: { message } });
  expect(handled).toEqual([]);
});

test("a text keeps its line breaks, and an object is JSON", async () => {
  const connection = connect(loaded);
  await connection.client.createFile?.({ itemId: "7", file: new Blob([png]), title: "a\nb\r\nc\r", meta: { id: "1" } });
  expect(connection.sent.at(-1)?.headers["content-type"]).toMatch(
    /^multipart\/form-data; boundary=----form-[\w-]{36}$/,
  );
  expect(await fieldsOf(connection)).toEqual([
    ["file", "blob", "application/octet-stream", png],
    ["title", "a\nb\r\nc\r"],
    ["meta", '{"id":"1"}'],
  ]);
  expect(connection.handled.at(-1)?.input).toMatchObject({ title: "a\nb\r\nc\r", meta: { id: "1" } });
});

test("a form that the platform would change has the types of its parts", async () => {
  const { client, sent } = connect(loaded);
  const extra = { body: { none: undefined } };
  await client.createFile?.(
    { itemId: "7", file: new Blob(["a"]), title: "b\n", pages: 0, meta: { id: "1" } },
    { extra },
  );
  const [boundary = ""] = /----form-[\w-]+/.exec(sent[0]?.headers["content-type"] ?? "") ?? [];
  const text = await new Response(sent[0]?.body as never).text();
  expect(text.replaceAll(boundary, "B").split("\r\n")).toEqual([
    ...["--B", 'Content-Disposition: form-data; name="file"; filename="blob"'],
    ...["Content-Type: application/octet-stream", "", "a"],
    ...["--B", 'Content-Disposition: form-data; name="title"', "", "b\n"],
    ...["--B", 'Content-Disposition: form-data; name="pages"', "", "0"],
    ...["--B", 'Content-Disposition: form-data; name="meta"', "Content-Type: application/json", "", '{"id":"1"}'],
    ...["--B--", ""],
  ]);
  const meta = connect(loaded);
  await meta.client.createFile?.({ itemId: "7", file: new Blob(["a"]), meta: {} });
  expect(await new Response(meta.sent[0]?.body as never).text()).toContain("Content-Type: application/json\r\n\r\n{}");
  const named = client.createFile?.({ itemId: "7", file: new Blob([]) }, { extra: { body: { "a\nb": "c" } } });
  await expect(named).rejects.toMatchObject({ code: "invalid_input", param: "a\nb" });
});

test("the sandbox pages print a body of any media type as the call that sends it", async () => {
  const connection = connect(loaded);
  const file = new File([png], "a.png", { type: "image/png" });
  await connection.client.createFile?.({ itemId: "7", file, pages: 3, meta: { id: "1" } });
  await connection.client.createToken?.({ grant_type: "a", scope: ["b", "c"], age: 4 });
  await connection.client.updateNote?.({ body: "Ä" });
  await connection.client.updatePicture?.({ body: png });
  const lastLine = (call: object | undefined, render: (call: object) => string) =>
    call && render(call).split("\n").slice(4).join("\n");
  const calls = connection.sandbox.requests.map((request) => loaded.toClientCall(request, "http://127.0.0.1"));
  expect(calls.map((call) => lastLine(call, loaded.renderClientCall))).toEqual([
    `await serviceform.createFile({
  itemId: "7",
  file: new File([/* 8 bytes */], "a.png", { type: "image/png" }),
  pages: 3,
  meta: { id: "1" },
});`,
    'await serviceform.createToken({ grant_type: "a", scope: ["b", "c"], age: 4 });',
    'await serviceform.updateNote({ body: "Ä" });',
    "await serviceform.updatePicture({ body: new Uint8Array([/* 8 bytes */]) });",
  ]);
  expect(calls.slice(2).map((call) => lastLine(call, loaded.renderPathCall))).toEqual([
    'const { error, response } = await serviceform.PUT("/note", { body: "Ä" });',
    'const { error, response } = await serviceform.PUT("/picture", { body: new Uint8Array([/* 8 bytes */]) });',
  ]);
  const example = (id: string) => loaded.exampleBody(loaded.operationContracts[id]?.body);
  expect(example("createFile")).toMatchObject({ file: expect.any(File) });
  await connection.client.createFile?.({ itemId: "7", ...example("createFile") });
  expect(connection.sandbox.requests.at(-1)?.status).toBe(204);
  expect(example("updatePicture")).toEqual({ body: expect.any(File) });
});

test("names and texts of any kind arrive unchanged, or are rejected", { timeout: 120_000 }, async () => {
  const connection = connect(loaded);
  const name = fc.string({ unit: codePoint, minLength: 1, maxLength: 12 });
  const hostile = fc.constantFrom(
    'a"; filename="b',
    "a\r\nX-Evil: 1",
    "a%0D%0A",
    "a\\",
    'q"',
    "\0",
    "a\n",
    "\u2028",
    "--",
  );
  const property = fc.asyncProperty(fc.oneof(name, hostile), fc.oneof(name, hostile), async (file, title) => {
    connection.sent.length = 0;
    const input = { itemId: "7", file: new File([png], file), title };
    const error = await connection.client.createFile?.(input).catch((error: unknown) => error);
    if (/\p{Cc}|\p{Surrogate}|%0D/u.test(file) || /\p{Surrogate}/u.test(title)) {
      expect([error, connection.sent]).toMatchObject([{ name: "ConfigurationError", code: "invalid_input" }, []]);
      return;
    }
    expect(await fieldsOf(connection)).toEqual([
      ["file", file, "application/octet-stream", png],
      ["title", title],
    ]);
  });
  await fc.assert(property, { numRuns: 100, seed: 1 });
});

test.for([
  [{ file: lockedStream() }, "file must be a stream that nothing reads"],
  [{ file: new Blob([]), more: [lockedStream()] }, "more[0] must be a stream that nothing reads"],
  [{ file: png }, "file must be a Blob, a File,"],
  [{ file: null }, "file must be a Blob, a File,"],
  [{ file: new Blob([]), pages: Number.NaN }, "pages must be a Blob"],
  [{ file: new Blob([]), more: [] }, "more must not be an empty array"],
  [{ file: new Blob([]), title: "\uD800" }, "title must be a Blob"],
  [{ file: new Blob([]), title: -0 }, "title must be a Blob"],
  [{ file: new Blob([]), pages: 2 ** 53 }, "pages must be a safe integer"],
  [{ file: new Blob([]), meta: { id: Number.NaN } }, "meta.id must be a JSON value"],
  [{ file: new File([], "a\nb") }, '"file.name" must be well-formed and have no control character, %22, %0A or %0D'],
  [{ file: new File([], "a%0Ab") }, '"file.name" must be well-formed'],
  [{ file: new File([], "a%0db") }, '"file.name" must be well-formed'],
  [{ file: new File([], "a%22b") }, '"file.name" must be well-formed'],
  [{ title: "a" }, "file is required"],
  [{ file: new Blob([]), other: "a" }, 'unknown input "other"'],
] as const)("a form of %o is rejected before a request is sent", async ([fields, message]) => {
  const connection = connect(loaded);
  const call = connection.client.createFile?.({ itemId: "7", ...fields });
  await expect(call).rejects.toMatchObject(rejectedInput(message));
  expect(connection.sent).toEqual([]);
});

test("a retried form has the same files", async () => {
  const bodies: string[] = [];
  const fetch = async (_: string, init: RequestInit) => {
    const form = await new Response(init.body as never).formData();
    bodies.push(await (form.get("file") as File).text());
    return new Response(null, { status: bodies.length < 3 ? 503 : 204 });
  };
  const client = loaded.createClient({ apiKey: "k", fetch: fetch as never, retries: { limit: 2, baseDelayMs: 0 } });
  await client.updateFile?.({ itemId: "7", file: new File(["abc"], "a.txt") });
  expect(bodies).toEqual(["abc", "abc", "abc"]);
  const error = await client.createFile?.({ itemId: "7", file: new Blob(["x"]) }).catch((error: unknown) => error);
  expect(error).toBeUndefined();
});

test("a stream in a form is read while it is sent, beside other parts", async () => {
  const connection = connect(loaded);
  const chunks = ["a", "b\r\nc"].map((text) => new TextEncoder().encode(text));
  const file = new ReadableStream({
    pull: (controller) => {
      const chunk = chunks.shift();
      if (chunk === undefined) controller.close();
      else controller.enqueue(chunk);
    },
  });
  const input = { itemId: "7", file, title: "Ä", more: [new File(["x"], "x.txt", { type: "text/plain" })] };
  await connection.client.createFile?.(input);
  expect(connection.handled.at(-1)?.input).toMatchObject({ title: "Ä", file: { name: "blob" } });
  const handled = connection.handled.at(-1)?.input as { file: File; more: File[] };
  expect([await handled.file.text(), await handled.more[0]?.text()]).toEqual(["ab\r\nc", "x"]);
});

test("a stream that was sent in a form is rejected in another call", async () => {
  const { client, sent } = connect(loaded);
  const file = new Blob([png]).stream();
  await client.createFile?.({ itemId: "7", file, title: "a" });
  const again = client.createFile?.({ itemId: "7", file });
  await expect(again).rejects.toMatchObject(rejectedInput("file must be a stream that nothing reads"));
  expect(sent).toHaveLength(1);
});

test("a stream is rejected before a request is sent where the platform would send its name, as Firefox does", async () => {
  const { Request } = globalThis;
  const restore = () => void Object.assign(globalThis, { Request });
  onTestFinished(restore);
  // A stream becomes the text [object ReadableStream].
  globalThis.Request = class extends Request {
    constructor(url: URL, init?: RequestInit) {
      super(url, { ...init, ...(init?.body && { body: String(init.body) }) });
    }
  } as typeof Request;
  const { client, sent } = connect(loaded);
  for (const [id, param, input] of [
    ["updatePicture", "body", { body: new ReadableStream() }],
    ["createFile", "file", { itemId: "7", file: new ReadableStream() }],
  ] as const)
    await expect(client[id]?.(input)).rejects.toMatchObject(
      rejectedInput(`${param} must not be a stream, which this runtime cannot send; pass a Blob`),
    );
  expect(sent).toEqual([]);
  await client.updatePicture?.({ body: new Blob([png]) });
  expect(sent).toHaveLength(1);
});

test("a path-style form that the platform cannot read, as in WebKit one with a file, is rejected", async () => {
  const { paths, sent } = connect(loaded);
  const formData = vi.spyOn(Request.prototype, "formData").mockRejectedValue(new DOMException("", "InvalidStateError"));
  onTestFinished(() => formData.mockRestore());
  const params = { path: { itemId: "7" } };
  await expect(
    paths.POST?.("/items/{itemId}/files", { params, body: { file: new Blob([png]) } }),
  ).rejects.toMatchObject(
    rejectedInput("body must be a form that this runtime can read; use the method of the operation"),
  );
  expect(sent).toEqual([]);
});

test("a stream is sent as bytes, with the options that fetch requires", async () => {
  const inits: RequestInit[] = [];
  const fetch = async (_: string, init: RequestInit) => {
    inits.push(init);
    return new Response(null, { status: 204 });
  };
  const client = loaded.createClient({ apiKey: "k", fetch: fetch as never });
  const body = new Blob([png]).stream();
  await client.updatePicture?.({ body });
  expect(inits).toMatchObject([{ body, duplex: "half", headers: { "content-type": "image/png" } }]);
  await client.updatePicture?.({ body: new Blob([png]) });
  expect(inits[1]).not.toHaveProperty("duplex");
});

test("Deno gets a text as a Blob, and any other body unchanged", async () => {
  vi.stubGlobal("Deno", {});
  onTestFinished(() => void vi.unstubAllGlobals());
  const bodies: unknown[] = [];
  const fetch = async (_: string, { body }: RequestInit) => {
    bodies.push(body);
    return new Response(null, { status: 204 });
  };
  const client = loaded.createClient({ apiKey: "k", fetch: fetch as never });
  const stream = new Blob([png]).stream();
  await client.updatePicture?.({ body: stream });
  await client.updateNote?.({ body: "Ä" });
  expect(bodies).toEqual([stream, expect.any(Blob)]);
  expect(await (bodies[1] as Blob).text()).toBe("Ä");
});

test("a request with a stream is not retried, and an unread stream is cancelled", async () => {
  const cancelled: unknown[] = [];
  const attempts: string[] = [];
  const fetch = async (_: string, init: RequestInit) => {
    attempts.push(init.method ?? "");
    await (init.body as unknown as ReadableStream).cancel("no more");
    return new Response(null, { status: 503 });
  };
  const client = loaded.createClient({ apiKey: "k", fetch: fetch as never, retries: { baseDelayMs: 0 } });
  const stream = () => new ReadableStream({ pull: () => {}, cancel: (reason) => void cancelled.push(reason) });
  await expect(client.updatePicture?.({ body: stream() })).rejects.toMatchObject({ status: 503, attempts: 1 });
  await expect(client.updateFile?.({ itemId: "7", file: stream() })).rejects.toMatchObject({
    status: 503,
    attempts: 1,
  });
  expect(attempts).toEqual(["PUT", "PUT"]);
  expect(cancelled).toEqual(["no more", "no more"]);
});

test("an aborted upload cancels its streams, the stalled one and the next one", async () => {
  const cancelled: string[] = [];
  const { promise: isRead, resolve: startReading } = Promise.withResolvers<void>();
  // A stream without chunks that never ends.
  const stalled = (name: string) =>
    new ReadableStream({ pull: () => startReading(), cancel: () => void cancelled.push(name) }, { highWaterMark: 0 });
  const abort = new AbortController();
  // As `fetch` does: it reads the body, and cancels it on an abort.
  const fetch = async (_: string, { body, signal }: RequestInit) => {
    const reader = (body as ReadableStream).getReader();
    await reader.read();
    const pending = reader.read();
    await isRead;
    abort.abort();
    await reader.cancel(signal?.reason);
    await pending;
    signal?.throwIfAborted();
    return new Response(null, { status: 204 });
  };
  const client = loaded.createClient({ apiKey: "key-1", fetch: fetch as never });
  const input = { itemId: "7", file: stalled("file"), more: [stalled("more")] };
  const upload = client.createFile?.(input, { signal: abort.signal });
  await expect(upload).rejects.toMatchObject({ name: "AbortError" });
  expect(cancelled).toEqual(["file", "more"]);
});

test("an upload whose stream fails is rejected with its error", async () => {
  const fetch = async (_: string, init: RequestInit) => {
    await new Response(init.body as never).arrayBuffer();
    return new Response(null, { status: 204 });
  };
  const client = loaded.createClient({ apiKey: "key-1", fetch: fetch as never });
  const file = new ReadableStream({ pull: (controller) => controller.error(new Error("disk is gone")) });
  const cancelled: unknown[] = [];
  const more = [new ReadableStream({ cancel: (reason) => void cancelled.push(reason.message) })];
  const upload = client.createFile?.({ itemId: "7", file, more });
  const error = await upload?.catch((reason: unknown) => reason);
  expect(error).toMatchObject({ name: "ConnectionError", attempts: 1 });
  expect((error as Error).cause).toMatchObject({ message: "disk is gone" });
  expect(cancelled).toEqual(["disk is gone"]);
});

test("fields of a form are encoded for a URL, arrays as repeated ones", async () => {
  const connection = connect(loaded);
  await connection.client.createToken?.({ grant_type: "a&b=c +ü", scope: ["x y", "z"], age: 5 });
  expect(connection.sent).toMatchObject([
    {
      body: "grant_type=a%26b%3Dc%20%2B%C3%BC&scope=x%20y&scope=z&age=5",
      headers: { "content-type": "application/x-www-form-urlencoded" },
    },
  ]);
  expect(connection.handled.at(-1)?.input).toEqual({ grant_type: "a&b=c +ü", scope: ["x y", "z"], age: 5 });
});

test("text, bytes and JSON of another media type are sent with their type", async () => {
  const connection = connect(loaded);
  const last = () => [connection.sent.at(-1)?.headers["content-type"], connection.handled.at(-1)?.input];
  await connection.client.updateNote?.({ body: "Ä\n" });
  expect(last()).toEqual(["text/plain", { body: "Ä\n" }]);
  for (const body of [png, png.buffer, new DataView(png.buffer), new Blob([png], { type: "image/jpeg" })]) {
    await connection.client.updatePicture?.({ body });
    expect(last()).toEqual(["image/png", { body: png }]);
  }
  await connection.client.updateRow?.({ id: "1" });
  expect(last()).toEqual(["application/merge-patch+json", { id: "1" }]);
  await connection.client.createRow?.({ id: "1" });
  expect(last()).toEqual(["application/json", { id: "1" }]);
  for (const [id, body, message] of [
    ["updateNote", 5, "body must be a well-formed string"],
    ["updateNote", "\uD800", "body must be a well-formed string"],
    ["updatePicture", "text", "body must be a Blob, a ReadableStream, an ArrayBuffer or a view of one"],
    ["updatePicture", lockedStream(), "body must be a stream that nothing reads"],
  ] as const)
    await expect(connection.client[id]?.({ body })).rejects.toMatchObject(rejectedInput(message));
});

test("a file may be empty", async () => {
  const connection = connect(loaded);
  await connection.client.updatePicture?.({ body: new Blob([]) });
  expect(connection.handled.at(-1)?.input).toEqual({ body: new Uint8Array() });
  const response = await connection.sandbox.fetch("https://api.test/picture", {
    method: "PUT",
    headers: { "x-key": "sf_sandbox_key" },
  });
  expect(response.status).toBe(400);
});

test("bytes that change after the call are sent unchanged", async () => {
  const connection = connect(loaded);
  const bytes = png.slice();
  const call = connection.client.updatePicture?.({ body: bytes });
  bytes.fill(0);
  await call;
  expect(connection.handled.at(-1)?.input).toEqual({ body: png });
});

test("the path style sends the same", async () => {
  const connection = connect(loaded);
  const { paths, handled, sent } = connection;
  const params = { path: { itemId: "7" } };
  const file = new File([png], "a.pdf", { type: "application/pdf" });
  const expected = [
    ["file", "a.pdf", "application/pdf", png],
    ["title", "A"],
  ];
  await paths.POST?.("/items/{itemId}/files", { params, body: { file, title: "A" } });
  expect(await fieldsOf(connection)).toEqual(expected);
  const form = new FormData();
  form.append("file", file);
  form.append("title", "A");
  await paths.POST?.("/items/{itemId}/files", { params, body: {}, bodySerializer: () => form });
  expect(await fieldsOf(connection)).toEqual(expected);
  await paths.POST?.("/token", { body: { grant_type: "a b", scope: ["x"] } });
  expect(sent.at(-1)).toMatchObject({ body: "grant_type=a%20b&scope=x" });
  await paths.POST?.("/token", {
    body: {},
    bodySerializer: () => new URLSearchParams({ grant_type: "a b" }),
    headers: { "content-type": "application/x-www-form-urlencoded" },
  });
  expect(sent.at(-1)).toMatchObject({ body: "grant_type=a%20b" });
  await paths.PUT?.("/note", { body: "Ä" });
  expect(handled.at(-1)?.input).toEqual({ body: "Ä" });
  await paths.PUT?.("/picture", { body: new Blob([png]) });
  expect(handled.at(-1)?.input).toEqual({ body: png });
  await paths.PATCH?.("/patch", { body: { id: "1" } });
  expect(sent.at(-1)?.headers["content-type"]).toBe("application/merge-patch+json");
  const count = sent.length;
  const picture = new Blob([png]).stream();
  await expect(paths.PUT?.("/picture", { body: picture })).rejects.toMatchObject({
    message: expect.stringContaining("body must not be a stream; use the method of the operation"),
  });
  await expect(paths.POST?.("/items/{itemId}/files", { params, body: { file: picture } })).rejects.toMatchObject({
    message: expect.stringContaining("streams beside a file; use the method of the operation"),
  });
  await expect(paths.POST?.("/items/{itemId}/files", { params, body: { title: "A" } })).rejects.toMatchObject({
    message: expect.stringContaining("file is required"),
  });
  await expect(paths.POST?.("/token", { body: { grant_type: "a", other: "b" } })).rejects.toMatchObject({
    name: "ConfigurationError",
  });
  expect(sent).toHaveLength(count);
});

test.for([
  ["POST", "/token", { grant_type: Number.NaN }, {}, "body.grant_type"],
  ["POST", "/token", { grant_type: "a", [Symbol("age")]: 5 }, {}, "body"],
  ["POST", "/token", ["a"], {}, "body"],
  ["PUT", "/note", new Date(0), {}, "body"],
  ["PUT", "/note", "Ä", { bodySerializer: String }, "body"],
  ["PUT", "/picture", new Blob([png]).stream(), {}, "body"],
  ["POST", "/items/{itemId}/files", { file: new Blob([png]).stream() }, {}, "body"],
] as const)("the path style rejects %s %s with %o", async ([method, path, body, options, param]) => {
  const { paths, sent } = connect(loaded);
  const call = paths[method]?.(path, { params: { path: { itemId: "7" } }, body, ...options });
  await expect(call).rejects.toMatchObject({ name: "ConfigurationError", code: "invalid_input", param });
  expect(sent).toEqual([]);
});

test.for([
  ["POST", "/rows", "text/plain"],
  ["POST", "/rows", "application/merge-patch+json"],
  ["PATCH", "/patch", "text/plain"],
] as const)("the path style rejects %s %s with the content type %s, which would not be sent", async (given) => {
  const [method, path, type] = given;
  const { paths, sent } = connect(loaded);
  const call = paths[method]?.(path, { body: { id: "1" }, headers: { "content-type": type } });
  await expect(call).rejects.toMatchObject({ code: "reserved_header", param: "headers.content-type" });
  expect(sent).toEqual([]);
});

test("the path style takes the content type of a JSON body that is another than application/json", async () => {
  const { paths, sent } = connect(loaded);
  const type = "application/merge-patch+json";
  await paths.PATCH?.("/patch", { body: { id: "1" }, headers: { "content-type": type } });
  expect(sent.map(({ headers }) => headers["content-type"])).toEqual([type]);
});

test("the sandbox reads JSON up to 1 MiB, and other bodies up to 64 MiB", async () => {
  const connection = connect(loaded);
  const large = "x".repeat(2 ** 20);
  const { status } = await send(connection, "/rows", jsonInit({ id: large }));
  expect([status, connection.handled]).toEqual([400, []]);
  await connection.client.updateNote?.({ body: large });
  await connection.client.updatePicture?.({ body: new Blob([large, png]) });
  await connection.client.updateFile?.({ itemId: "7", file: new Blob([large]) });
  expect(connection.handled.map(({ operation }) => operation)).toEqual(["updateNote", "updatePicture", "updateFile"]);
});

test("values, files and texts are sent where there are no streams, as in React Native", async () => {
  const bodies: unknown[] = [];
  const fetch = async (_: string, { body }: RequestInit): Promise<Response> => {
    bodies.push(body);
    return new Response(null, { status: 204 });
  };
  const client = loaded.createClient({ apiKey: "k", fetch: fetch as never });
  vi.stubGlobal("ReadableStream", undefined);
  onTestFinished(() => void vi.unstubAllGlobals());
  await client.createRow?.({ id: "1" });
  await client.updateNote?.({ body: "Ä" });
  await client.updatePicture?.({ body: new Blob([png]) });
  await client.updateFile?.({ itemId: "7", file: new Blob([png]) });
  expect(bodies).toEqual(['{"id":"1"}', "Ä", expect.any(Blob), expect.any(FormData)]);
});

test("the path style sends a text that the caller serialized, and a file beside a text", async () => {
  const connection = connect(loaded);
  const headers = { "content-type": "text/plain" };
  await connection.paths.PUT?.("/note", { body: "Ä", bodySerializer: String, headers });
  expect(connection.handled.at(-1)?.input).toEqual({ body: "Ä" });
  const params = { path: { itemId: "7" } };
  await connection.paths.POST?.("/items/{itemId}/files", { params, body: { file: new Blob([png]), more: ["a"] } });
  await connection.paths.POST?.("/items/{itemId}/files", { params, body: { file: "a", more: [new Blob([png]), "b"] } });
  expect((await fieldsOf(connection)).map((field) => Object(field)[0])).toEqual(["file", "more", "more"]);
});

test("the path style sends a body where requests do not show theirs, as in Firefox", async () => {
  class HiddenRequest extends Request {
    // @ts-expect-error Firefox has no such property.
    override get body(): undefined {
      return undefined;
    }
  }
  const { paths, sent, handled } = connect(loaded);
  await paths.PUT?.("/picture", { body: new Blob([png]), Request: HiddenRequest });
  expect(handled.at(-1)?.input).toEqual({ body: png });
  await expect(paths.PUT?.("/picture", { Request: HiddenRequest })).rejects.toMatchObject({ code: "missing_input" });
  expect(sent).toHaveLength(1);
});

test("validators and sandbox validate a form by its schema", async () => {
  const { validators, createSandbox } = loaded;
  expect(validators.createFile?.input.validate({ itemId: "7", file: new Blob([]), pages: 1 })).toEqual([]);
  expect(validators.createFile?.input.validate({ itemId: "7", file: {} })).toMatchObject([{ path: "/file" }]);
  const sandbox = createSandbox({ apiKey: "k" });
  const send = (body: FormData | string) =>
    sandbox.fetch("https://api.test/items/7/files", { method: "POST", body, headers: { "x-key": "k" } });
  const form = new FormData();
  form.append("file", new Blob(["a"]));
  expect((await send(form)).status).toBe(204);
  form.append("pages", "two");
  expect((await send(form)).status).toBe(400);
  expect((await send("file=a")).status).toBe(400);
});

test.for(["text/plain", "application/pdf"])("a body of %s that may be omitted is not sent", async (type) => {
  const connection = connect(await loadContract(withBody(type, { type: "string" }, { required: false })));
  await connection.client.createA?.();
  await connection.client.createA?.({});
  await connection.paths.POST?.("/a");
  const sent = connection.sent.map(({ body, headers }) => [body, headers["content-type"]]);
  expect(sent).toEqual(Array(3).fill([undefined, undefined]));
});

test.for(["multipart/form-data", "application/x-www-form-urlencoded"])("a whole %s is an object", async (type) => {
  const connection = connect(await loadContract(wholeForm(type)));
  const { client, sent } = connection;
  await client.createA?.({ id: "7", body: { id: "8", tag: undefined } });
  expect([...(await (await received(connection)).formData())]).toEqual([["id", "8"]]);
  await client.createA?.({ id: "7" });
  expect(sent.at(-1)?.body).toBeUndefined();
  for (const body of [new Map([["id", "8"]]), new Date(0), "text", ["8"]])
    await expect(client.createA?.({ id: "7", body })).rejects.toThrow("body must be a plain object");
  expect(sent).toHaveLength(2);
});

test("a file of a form is a Blob, and text of the generated files is plain", () => {
  const inputs = loaded.files.get("inputs.ts") ?? "";
  expect(inputs).toMatch(/file: Upload;/);
  expect(inputs).toMatch(/more\?: readonly Upload\[\] \| undefined;/);
  expect([...loaded.files.values()].some((text) => text.includes("\0"))).toBe(false);
});
