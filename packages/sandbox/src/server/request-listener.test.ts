import { once } from "node:events";
import { createServer } from "node:http";
import { type AddressInfo, connect } from "node:net";
import fc from "fast-check";
import { afterAll, beforeEach, expect, onTestFinished, test, vi } from "vitest";
import { BODY_LIMIT_BYTES } from "../http/read-body.js";
import { fuzzBudget } from "../testing/fuzz-budget.js";
import { raw } from "../testing/raw.js";
import { startServer } from "../testing/sandbox.js";
import { serve } from "./request-listener.js";

const server = await startServer({ messy: false });
const { sandbox, port, url } = server;
const logged = vi.spyOn(console, "error").mockReturnValue();

afterAll(() => {
  logged.mockRestore();
  return server.close();
});
beforeEach(() => sandbox.reset());

const end = "sf-api-key: sf_sandbox_key\r\nConnection: close\r\n\r\n";

test.each([
  ["GET /leads HTTP/1.1\r\nHost: x\r\n", 200, `http://x/leads`],
  ["GET /leads HTTP/1.0\r\n", 200, "http://localhost/leads"],
  ["GET http://other.example/leads HTTP/1.1\r\nHost: x\r\n", 200, "http://other.example/leads"],
  ["GET http://user:password@other.example/leads HTTP/1.1\r\nHost: x\r\n", 200, "http://other.example/leads"],
  ["GET //other.example/leads HTTP/1.1\r\nHost: x\r\n", 404, "http://x//other.example/leads"],
  ["GET /leads HTTP/1.1\r\nHost: X.example:80\r\n", 200, "http://x.example/leads"],
  ["GET /leads HTTP/1.1\r\nHost: a b/c@d\r\n", 200, "http://localhost/leads"],
  ["GET /leads HTTP/1.1\r\nHost: x/flex?\r\n", 200, "http://localhost/leads"],
  ["OPTIONS * HTTP/1.1\r\nHost: x\r\n", 404, "http://localhost/*"],
  ["GET http://[/leads HTTP/1.1\r\nHost: x\r\n", 404, "http://localhost/*"],
  [
    "DELETE /flex/spaces/space-customers/items/.. HTTP/1.1\r\nHost: x\r\n",
    404,
    "http://x/flex/spaces/space-customers/",
  ],
  ["HEAD /leads HTTP/1.1\r\nHost: x\r\n", 405, "http://x/leads"],
  ["PROPFIND /leads HTTP/1.1\r\nHost: x\r\n", 405, "http://x/leads"],
])("%j gets %i", async (head, status, recorded) => {
  expect(await raw(port, head + end)).toMatch(new RegExp(`^HTTP/1.1 ${status} `));
  expect(sandbox.requests[0]?.url).toBe(recorded);
});

test.each(["TRACE /leads HTTP/1.1\r\nHost: x\r\n", "TRACK /leads HTTP/1.1\r\nHost: x\r\n"])(
  "%j, which no Request can have, is not allowed",
  async (head) => expect(await raw(port, head + end)).toMatch(/^HTTP\/1\.1 40[05] /),
);

test("a key that is sent twice is not accepted", async () => {
  const response = await raw(port, `GET /leads HTTP/1.1\r\nHost: x\r\nsf-api-key: sf_sandbox_key\r\n${end}`);
  expect(response).toMatch(/^HTTP\/1\.1 401 /);
});

test("a GET with a body gets the response of one without", async () => {
  const response = await raw(port, `GET /leads HTTP/1.1\r\nHost: x\r\nContent-Length: 2\r\n${end}{}`);
  expect(response).toMatch(/^HTTP\/1\.1 200 /);
});

test("a caller that disconnects in the middle of a body does no harm and is not logged", async () => {
  const socket = connect(port, "127.0.0.1");
  const left = new Promise((resolve) => socket.once("close", resolve));
  socket.write("POST /chats HTTP/1.1\r\nHost: x\r\nContent-Length: 100\r\n\r\n{", () => socket.resetAndDestroy());
  await left;
  expect((await fetch(`${url}/nothing`)).status).toBe(404);
  expect(logged).not.toHaveBeenCalled();
});

test("a caller that disconnects in the middle of a response cancels its body", async () => {
  const cancelled = vi.fn();
  const body = new ReadableStream({
    start: (controller) => controller.enqueue(new Uint8Array(10)),
    cancel: cancelled,
  });
  const response = await fetch(await listen(async () => new Response(body)));
  await response.body?.cancel();
  await expect.poll(() => cancelled).toHaveBeenCalledTimes(1);
});

test("a body that is too large is kept up to the limit only", async () => {
  const kept = vi.fn();
  const url = await listen(async (request) => {
    kept((await request.arrayBuffer()).byteLength);
    return new Response("ok");
  });
  for (const length of [BODY_LIMIT_BYTES, BODY_LIMIT_BYTES + 1, 4 * BODY_LIMIT_BYTES]) {
    expect(await (await fetch(url, { method: "POST", body: new Uint8Array(length) })).text()).toBe("ok");
  }
  const [[whole], [larger], [largest]] = kept.mock.calls as [[number], [number], [number]];
  expect([whole, larger > BODY_LIMIT_BYTES]).toEqual([BODY_LIMIT_BYTES, true]);
  // A socket delivers 64 KiB at a time, or more when data was queued.
  expect([largest > BODY_LIMIT_BYTES, largest < 2 * BODY_LIMIT_BYTES]).toEqual([true, true]);
});

test("a caller that disconnects before the response aborts the signal, and later writes do no harm", async () => {
  const written = vi.fn();
  const abort = new AbortController();
  const url = await listen(async ({ signal }) => {
    abort.abort();
    await once(signal, "abort");
    return new Response(
      new ReadableStream({ start: (controller) => controller.enqueue(new Uint8Array(9)), cancel: written }),
    );
  });
  await expect(fetch(url, { signal: abort.signal })).rejects.toThrow("aborted");
  await expect.poll(() => written).toHaveBeenCalledTimes(1);
  expect(logged).not.toHaveBeenCalled();
});

test("a body that fails breaks off the connection and logs the reason", async () => {
  const failure = new Error("no more");
  const parts = [new Uint8Array(1)];
  const body = new ReadableStream({
    pull(controller) {
      const part = parts.pop();
      if (part) controller.enqueue(part);
      else controller.error(failure);
    },
  });
  const url = await listen(async () => new Response(body));
  await expect(fetch(url).then((response) => response.text())).rejects.toThrow("terminated");
  expect(logged).toHaveBeenCalledWith(failure);
  logged.mockClear();
});

/** Serves one handler at an address. */
async function listen(handler: (request: Request) => Promise<Response>): Promise<string> {
  const own = createServer((incoming, outgoing) => void serve(handler, incoming, outgoing));
  onTestFinished(() => void own.close());
  await once(own.listen(0, "127.0.0.1"), "listening");
  return `http://127.0.0.1:${(own.address() as AddressInfo).port}`;
}

const line = fc.oneof(
  fc.constantFrom(
    "GET /leads HTTP/1.1",
    "POST /chats HTTP/1.1",
    "Host: x",
    "Content-Length: 5",
    "Content-Length: -1",
    "",
  ),
  fc.constantFrom(
    "Transfer-Encoding: chunked",
    "Connection: close",
    "Expect: 100-continue",
    "Upgrade: websocket",
    "5",
    "0",
  ),
  fc.constantFrom(
    "CONNECT x:1 HTTP/1.1",
    "GET http://[::1 HTTP/1.1",
    "GET http://user:password@x/leads HTTP/1.1",
    "GET /%00%ff HTTP/1.1",
    "Content-Type: application/json",
  ),
  fc.string(),
);
const bytes = fc.oneof(
  fc.array(line, { maxLength: 8 }).map((lines) => `${lines.join("\r\n")}\r\n\r\n`),
  fc.uint8Array({ maxLength: 200 }),
);

test("no request bytes stop the server", async () => {
  await fc.assert(
    fc.asyncProperty(bytes, async (bytes) => {
      expect(await raw(port, bytes)).not.toMatch(/^HTTP\/1\.1 5/);
    }),
    fuzzBudget(60),
  );
  expect((await fetch(`${url}/leads`, { headers: { "sf-api-key": "sf_sandbox_key" } })).status).toBe(200);
  expect(logged).not.toHaveBeenCalled();
});
