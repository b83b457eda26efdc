import { EventEmitter, once } from "node:events";
import { expect, test } from "vitest";
import { connect, createApi } from "./connect.js";

const ITEM = { spaceId: "space-customers", itemId: "item-0" };

test.for([
  { input: { spaceId: "s", nope: 1 }, message: 'unknown parameter "nope"; expected spaceId, itemId' },
  { input: { spaceId: "s" }, message: "itemId is required" },
  { input: { spaceId: "s", itemId: 7 }, message: "itemId must be a string" },
  { input: { spaceId: "s", itemId: ".." }, message: "itemId must not be empty or a dot segment" },
])("invalid input names the parameter and states that nothing was sent: $message", async ({ input, message }) => {
  const { call, sandbox } = await connect();
  const text = `Invalid input: ${message}. Nothing was sent.`;
  expect(await call("get_item", input)).toMatchObject({ isError: true, text });
  expect(sandbox.requests).toHaveLength(0);
});

test("an invalid time is answered with the form of a valid one", async () => {
  const { call } = await connect();
  const { text } = await call("compare_statistics", { from: "2025-06-01", to: "2025-06-08T00:00:00Z" });
  expect(text).toBe("Invalid input: from must be a date-time, such as 2025-06-30T12:00:00Z. Nothing was sent.");
});

test.for([
  { status: 401, next: "The key is invalid or lacks access: ask the user to check it; do not retry." },
  { status: 403, next: "The key is invalid or lacks access: ask the user to check it; do not retry." },
  { status: 404, next: "Check the IDs with a list tool." },
  { status: 429, next: "Wait a minute before the next call." },
  { status: 503, next: "Retry once; if it fails again, report it to the user." },
  { status: 429, retryAfterSeconds: 7200, next: "Wait 120 minutes before the next call." },
  { status: 503, retryAfterSeconds: 61, next: "Wait 2 minutes before the next call." },
  { status: 503, retryAfterSeconds: 60, next: "Wait a minute before the next call." },
])("a response with $status names the next step: $next", async ({ next, ...fault }) => {
  const { call, sandbox } = await connect();
  sandbox.faults.add({ kind: "status", times: 9, ...fault });
  const text = expect.stringMatching(`^ApiError: the API responded with ${fault.status}\\b.* ${next}$`);
  expect(await call("list_spaces")).toMatchObject({ isError: true, text });
});

test.for([
  { name: "list_leads", input: { where: [{ field: "é".repeat(9000), op: "=", value: 1 }] } },
  { name: "list_leads", input: { where: [{ field: "source", op: "é".repeat(9000), value: 1 }] } },
  { name: "list_leads", input: { fields: ["é".repeat(9000)] } },
  { name: "get_item", input: { ["é".repeat(9000)]: 1 } },
])("an error about the long input of $name is short", async ({ name, input }) => {
  const { call } = await connect({ maxBytes: 1000 });
  const { text, isError } = await call(name, input);
  expect(isError).toBe(true);
  expect(text).toMatch(/^Invalid input: .*\. Nothing was sent\.$/);
  expect(Buffer.byteLength(text)).toBeLessThanOrEqual(1000);
});

test("the message of the API is shown, quoted and short", async () => {
  const message = `Line "one".\n${"語".repeat(1000)}`;
  const { call } = await connect({}, { fetch: async () => Response.json({ message }, { status: 404 }) });
  const { text } = await call("get_item", ITEM);
  expect(text).toContain(String.raw`and the message "Line \"one\". 語`);
  expect(Buffer.byteLength(text)).toBeLessThan(500);
});

test("the message of the API is shown without the key, in tools and in resources", async () => {
  const message = "Key sf_sandbox_key is unknown: use another";
  const { call, client } = await connect({}, { fetch: async () => Response.json({ message }, { status: 401 }) });
  const shown = 'the API responded with 401 and the message "Key *** is unknown: use another".';
  expect((await call("get_item", ITEM)).text).toContain(shown);
  await expect(client.readResource({ uri: "serviceform://spaces/s" })).rejects.toThrow(shown);
});

test("the error of an ambiguous write names the list to check", async () => {
  const { call, sandbox } = await connect({ write: true });
  sandbox.faults.add({ kind: "reset" });
  const { text } = await call("create_item", { spaceId: "space-customers", primary_field: "New" });
  expect(text).toMatch(/^ConnectionError: /);
  expect(text).toContain("It may have been carried out: list the space before you retry (list_items).");
});

test.for([
  { kind: "html", text: /^ResponseError: the API responded with 200, but not with the data/ },
  { kind: "reset", text: /^ConnectionError: no response arrived from the API\./ },
] as const)("a fault of kind $kind becomes an error that the assistant reads", async ({ kind, text }) => {
  const { call, sandbox } = await connect();
  sandbox.faults.add({ kind, times: 9 });
  expect(await call("list_spaces")).toMatchObject({ isError: true, text: expect.stringMatching(text) });
});

test("no error shows a URL, the key, a documentation link or a stack", async () => {
  const { call, sandbox } = await connect({ write: true, delete: true });
  const texts: string[] = [];
  for (const kind of ["html", "reset", "cut"] as const) {
    sandbox.faults.add({ kind, times: 9 });
    for (const tool of ["list_spaces", "get_chat_statistics"]) texts.push((await call(tool)).text);
    sandbox.faults.clear();
  }
  texts.push((await call("get_item", ITEM)).text);
  expect(texts).toHaveLength(7);
  for (const text of texts) expect(text).not.toMatch(/https?:|127\.0\.0\.1|sf_sandbox_key|github|\n\s+at |\/flex\//);
});

test("an unexpected failure of the server is an error without internal details", async () => {
  const failing = new Proxy(createApi(fetch), {
    get: (target, name) =>
      name === "getItem" ? () => Promise.reject(new Error("secret inside")) : Reflect.get(target, name),
  });
  const { call } = await connect({ client: failing });
  const text = "The server failed on this call. Report it to the user; do not retry it.";
  expect(await call("get_item", ITEM)).toMatchObject({ isError: true, text });
});

test("a call that the assistant cancels aborts its request", async () => {
  const requests = new EventEmitter();
  const { client } = await connect(
    {},
    { fetch: (_, init) => new Promise(() => void requests.emit("sent", init?.signal)) },
  );
  const sent = once(requests, "sent");
  const controller = new AbortController();
  const call = client.callTool({ name: "list_spaces", arguments: {} }, { signal: controller.signal });
  const [signal] = await sent;
  const aborted = once(signal, "abort");
  controller.abort();
  await expect(call).rejects.toThrow();
  await aborted;
});
