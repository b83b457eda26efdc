import { request } from "node:http";
import { gunzipSync } from "node:zlib";
import { afterAll, beforeEach, expect, onTestFinished, test, vi } from "vitest";
import type { Fault } from "../faults/fault.js";
import { manyLeads } from "../testing/many-leads.js";
import { startServer } from "../testing/sandbox.js";

const server = await startServer({ messy: false });
const { sandbox, port } = server;

afterAll(() => server.close());
beforeEach(() => sandbox.reset());

interface Undecoded {
  readonly status: number | undefined;
  /** Without the date. */
  readonly headers: Readonly<Record<string, unknown>>;
  readonly bytes: Buffer;
  readonly isBroken: boolean;
}

/** Sends a GET whose response is not decoded. */
function get(path: string, headers: Readonly<Record<string, string>> = {}): Promise<Undecoded> {
  const options = { port, path, headers: { "sf-api-key": "sf_sandbox_key", ...headers }, agent: false };
  return new Promise((resolve, reject) => {
    const outgoing = request(options, (incoming) => {
      const chunks: Buffer[] = [];
      incoming.on("data", (chunk: Buffer) => chunks.push(chunk)).on("error", () => {});
      incoming.on("close", () => {
        const { date: _date, ...others } = incoming.headers;
        const received = { status: incoming.statusCode, headers: others, bytes: Buffer.concat(chunks) };
        resolve({ ...received, isBroken: !incoming.complete });
      });
    });
    outgoing.on("error", reject).end();
  });
}

test.for(["/leads", "/flex/spaces", "/flex/spaces/space-unknown/items", "/nothing"])(
  "a response to %s is compressed if the request accepts gzip",
  async (path) => {
    sandbox.store.leads = manyLeads();
    const plain = await get(path);
    const packed = await get(path, { "accept-encoding": "gzip" });
    expect(packed.headers).toMatchObject({ vary: "accept-encoding", "content-encoding": "gzip" });
    expect(packed.headers).not.toHaveProperty("content-length");
    // By `equals`, since `toEqual` compares the bytes as objects.
    expect([packed.status, gunzipSync(packed.bytes).equals(plain.bytes)]).toEqual([plain.status, true]);
  },
);

test("the request decides whether a response is compressed", async () => {
  const codings = async (accepted: readonly string[]) => {
    const responses = accepted.map((value) => get("/flex/spaces", { "accept-encoding": value }));
    return (await Promise.all(responses)).map(({ headers }) => [headers.vary, headers["content-encoding"]]);
  };
  for (const seen of await codings(["gzip", "br, GZIP;q=0.5", "deflate,x-gzip"]))
    expect(seen).toEqual(["accept-encoding", "gzip"]);
  for (const seen of await codings(["", "br", "gzip;q=0", "br, gzip; q=0.000", "notgzip"]))
    expect(seen).toEqual(["accept-encoding", undefined]);
});

test.for<Fault>([
  { kind: "cut" },
  { kind: "html" },
  { kind: "html", status: 502 },
  { kind: "status", status: 503 },
  { kind: "shape" },
  { kind: "slow", bytesPerSecond: 1e9 },
  { kind: "empty" },
  { kind: "foreign" },
])("the bytes of %j are sent as they are, accepted or not", async (fault) => {
  const received: Undecoded[] = [];
  for (const headers of [{}, { "accept-encoding": "gzip", "if-none-match": "*" }]) {
    sandbox.faults.add(fault);
    received.push(await get("/flex/spaces/space-customers/items", headers));
  }
  const [plain, same] = received;
  expect(plain).toMatchObject({ isBroken: fault.kind === "cut" });
  expect(plain?.headers).not.toHaveProperty("etag");
  expect(same).toEqual(plain);
});

test.for(["gzip", "identity"])(
  "a long list in %s is made no faster than it is read, and ends with its reader",
  async (coding) => {
    const large = await startServer({ leadCount: 1_000_000, chatCount: 0, itemCount: 0 });
    onTestFinished(() => large.close());
    const made = vi.spyOn(JSON, "stringify");
    onTestFinished(() => made.mockRestore());
    const headers = { "sf-api-key": "sf_sandbox_key", "accept-encoding": coding };
    const response = await fetch(`${large.url}/leads`, { headers });
    expect(response.headers.get("content-encoding") ?? "identity").toBe(coding);
    const reader = response.body?.getReader();
    expect(new TextDecoder().decode((await reader?.read())?.value)).toMatch(/^\[\{"id":/);
    // Enough turns of the event loop for the socket to fill up.
    for (let turn = 0; turn < 200; turn += 1) await new Promise(setImmediate);
    expect(made.mock.calls.length).toBeLessThan(50_000);
    await reader?.cancel();
  },
);

test("a compressed list that violates the contract after its start breaks off and logs the reason", async () => {
  const logged = vi.spyOn(console, "error").mockReturnValue();
  sandbox.store.leads = [...manyLeads(), { id: 5 } as never];
  const { isBroken } = await get("/leads", { "accept-encoding": "gzip" });
  expect([isBroken, logged.mock.calls]).toEqual([true, [[expect.objectContaining({ name: "ContractError" })]]]);
  logged.mockRestore();
});
