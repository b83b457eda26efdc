import { once } from "node:events";
import { createServer } from "node:http";
import { type AddressInfo, connect } from "node:net";
import fc from "fast-check";
import { afterAll, beforeEach, expect, onTestFinished, test, vi } from "vitest";
import { fuzzBudget } from "../testing/fuzz-budget.js";
import { raw } from "../testing/raw.js";
import { startServer } from "../testing/sandbox.js";
import { serve } from "./serve.js";

const server = await startServer();
const { sandbox, port, url } = server;
const said = vi.spyOn(console, "error").mockReturnValue();

afterAll(() => {
  said.mockRestore();
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
])("%j is answered with %i", async (head, status, recorded) => {
  expect(await raw(port, head + end)).toMatch(new RegExp(`^HTTP/1.1 ${status} `));
  expect(sandbox.requests[0]?.url).toBe(recorded);
});

test.each(["TRACE /leads HTTP/1.1\r\nHost: x\r\n", "TRACK /leads HTTP/1.1\r\nHost: x\r\n"])(
  "%j, which no Request can have, is not allowed",
  async (head) => expect(await raw(port, head + end)).toMatch(/^HTTP\/1\.1 40[05] /),
);

test("a key that is sent twice is not accepted", async () => {
  const answer = await raw(port, `GET /leads HTTP/1.1\r\nHost: x\r\nsf-api-key: sf_sandbox_key\r\n${end}`);
  expect(answer).toMatch(/^HTTP\/1\.1 401 /);
});

test("a GET with a body is answered as one without", async () => {
  const answer = await raw(port, `GET /leads HTTP/1.1\r\nHost: x\r\nContent-Length: 2\r\n${end}{}`);
  expect(answer).toMatch(/^HTTP\/1\.1 200 /);
});

test("who leaves in the middle of a body does no harm and is not spoken about", async () => {
  const socket = connect(port, "127.0.0.1");
  const left = new Promise((resolve) => socket.once("close", resolve));
  socket.write("POST /chats HTTP/1.1\r\nHost: x\r\nContent-Length: 100\r\n\r\n{", () => socket.resetAndDestroy());
  await left;
  expect((await fetch(`${url}/nothing`)).status).toBe(404);
  expect(said).not.toHaveBeenCalled();
});

test("who leaves in the middle of an answer ends its body", async () => {
  const cancelled = vi.fn();
  const body = new ReadableStream({
    start: (controller) => controller.enqueue(new Uint8Array(10)),
    cancel: cancelled,
  });
  const own = createServer((incoming, outgoing) => void serve(async () => new Response(body), incoming, outgoing));
  onTestFinished(() => void own.close());
  await once(own.listen(0, "127.0.0.1"), "listening");
  const response = await fetch(`http://127.0.0.1:${(own.address() as AddressInfo).port}`);
  await response.body?.cancel();
  await vi.waitFor(() => expect(cancelled).toHaveBeenCalledTimes(1));
});

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

test("no bytes bring the server down", async () => {
  await fc.assert(
    fc.asyncProperty(bytes, async (bytes) => {
      expect(await raw(port, bytes)).not.toMatch(/^HTTP\/1\.1 5/);
    }),
    fuzzBudget(300),
  );
  expect((await fetch(`${url}/leads`, { headers: { "sf-api-key": "sf_sandbox_key" } })).status).toBe(200);
  expect(said).not.toHaveBeenCalled();
});
