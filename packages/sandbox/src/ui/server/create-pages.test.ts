import { gunzipSync } from "node:zlib";
import { expect, test } from "vitest";
import { createInternals } from "../../testing/sandbox.js";
import type { RecordPage } from "../client/table-description.js";
import { createPages } from "./create-pages.js";

interface Contract {
  readonly servers: unknown;
  readonly components: { readonly parameters: Record<"spaceId" | "itemId", { readonly example: string }> };
}

const open = createInternals({ apiKey: `"<&'$&` });
const { sandbox } = open;
const pages = createPages(open, ["Box.example", "sandbox"]);

function request(path: string, init?: RequestInit, host = "127.0.0.1:4010") {
  return pages.fetch(new Request(`http://${host}${path}`, init));
}

async function get(path: string, init?: RequestInit): Promise<Response> {
  const response = await request(path, init);
  if (!response) throw new Error(`The pages do not respond to ${path}.`);
  return response;
}

const PATHS = ["/", "/_sandbox", "/_sandbox/events", "/_sandbox/scalar.js", "/_sandbox/openapi.json"];

test("the reference contains the key as text", async () => {
  const response = await get("/");
  expect(response.headers.get("content-type")).toBe("text/html; charset=utf-8");
  expect(await response.text()).toContain(`data-api-key="&quot;&lt;&amp;'$&amp;"`);
});

test("the pages pass other requests to the API", () => {
  for (const path of ["/leads", "/_sandboxes", "//", "/index.html"]) expect(request(path)).toBeUndefined();
  for (const method of ["POST", "OPTIONS"]) expect(request("/", { method })).toBeUndefined();
});

/** The content security policy. Without `frame-ancestors` another page could frame them invisibly (clickjacking). */
const POLICY = {
  "default-src": "'none'",
  "connect-src": "'self'",
  "font-src": "'self' data:",
  "img-src": "'self' data:",
  "script-src": "'self'",
  "style-src": "'self' 'unsafe-inline'",
  "base-uri": "'none'",
  "form-action": "'none'",
  "frame-ancestors": "'none'",
};

test("the pages load nothing cross-origin, cannot be read or framed cross-origin, and caches store no data", async () => {
  for (const path of [...PATHS, "/_sandbox/nothing", "/_sandbox/reset"]) {
    const { headers } = await get(path);
    const directives = headers.get("content-security-policy")?.split("; ") ?? [];
    expect(Object.fromEntries(directives.map((directive) => directive.split(/ (.*)/, 2)))).toEqual(POLICY);
    expect(Object.fromEntries(headers)).toMatchObject({
      "cross-origin-resource-policy": "same-origin",
      "referrer-policy": "no-referrer",
      "x-content-type-options": "nosniff",
      "cache-control": /events|nothing|reset/.test(path) ? "no-store" : "no-cache",
    });
    expect(headers.has("access-control-allow-origin")).toBe(false);
  }
});

test.each([
  "localhost:4010",
  "sandbox.localhost",
  "127.8.8.8",
  "[::1]:4010",
  "192.0.2.1:4010",
  "box.example:4010",
  "Sandbox:4010",
])("the pages are at %s", async (host) => {
  for (const path of ["/", "/_sandbox", "/_sandbox/live.js"]) expect((await request(path, {}, host))?.status).toBe(200);
});

test.each([
  "elsewhere.example:4010",
  "localhost.example",
  "notlocalhost",
  "127.0.0.1.example",
  "a.box.example",
  "sandbox.example",
])("requests to %s, as of DNS rebinding, read and change nothing", async (host) => {
  const json = { "content-type": "application/json", "sec-fetch-site": "same-origin" };
  open.faults.add({ kind: "html" });
  const faults = sandbox.faults.list();
  for (const path of PATHS) {
    const response = await request(path, {}, host);
    expect([response?.status, await response?.json()]).toEqual([403, { message: expect.stringMatching(/, not at /) }]);
  }
  for (const path of ["reset", "faults"]) {
    const init = { method: "POST", headers: json, body: '{"kind":"html"}' };
    expect((await request(`/_sandbox/${path}`, init, host))?.status).toBe(403);
  }
  const fault = `/_sandbox/faults/${open.faults.entries()[0]?.id}`;
  expect((await request(fault, { method: "DELETE", headers: json }, host))?.status).toBe(403);
  expect(sandbox.faults.list()).toEqual(faults);
  sandbox.faults.clear();
});

test.each(["/", "/_sandbox", "/_sandbox/"])("every URL in the page %s exists", async (page) => {
  const html = await (await get(page)).text();
  const named = [...html.matchAll(/(?:href|src)="([^"]+)"/g)].map(([, path = ""]) => path);
  expect(named).toEqual(expect.arrayContaining(page === "/" ? ["/_sandbox"] : ["/", "/_sandbox/live.js"]));
  for (const path of named) expect([path, (await get(path)).status]).toEqual([path, 200]);
});

test("the contract is served with this server's address, and ids that exist", async () => {
  const { servers, components } = (await (await get("/_sandbox/openapi.json")).json()) as Contract;
  expect(servers).toMatchObject([{ url: "/" }]);
  const { spaceId, itemId } = components.parameters;
  expect(sandbox.store.items[0]).toMatchObject({ id: itemId.example, space_id: spaceId.example });
});

test("the large script is compressed, and not sent to a browser that has it", async () => {
  const whole = await get("/_sandbox/scalar.js");
  const zipped = await get("/_sandbox/scalar.js", { headers: { "accept-encoding": "br, gzip" } });
  const bytes = new Uint8Array(await zipped.arrayBuffer());
  expect(bytes.length).toBeLessThan(1_500_000);
  expect(gunzipSync(bytes).equals(new Uint8Array(await whole.arrayBuffer()))).toBe(true);
  expect(zipped.headers.get("content-encoding")).toBe("gzip");
  const known = { "if-none-match": whole.headers.get("etag") ?? "" };
  const again = await get("/_sandbox/scalar.js", { headers: known });
  expect([again.status, await again.text()]).toEqual([304, ""]);
});

test("HEAD gets the headers alone, other methods and paths get a sentence", async () => {
  const head = await get("/", { method: "HEAD" });
  expect([head.status, await head.text()]).toEqual([200, ""]);
  for (const path of ["scalar.js", "events", "setup", "state", "requests/1", "records/leads", "statistics"]) {
    const rejected = await get(`/_sandbox/${path}`, { method: "POST" });
    expect([rejected.status, rejected.headers.get("allow"), await rejected.json()]).toEqual([
      405,
      "GET, HEAD",
      { message: "POST is not allowed here." },
    ]);
  }
  const missing = await get("/_sandbox/../_sandbox/nothing");
  expect([missing.status, await missing.json()]).toEqual([
    404,
    { message: "The sandbox has no such page. It has / and /_sandbox." },
  ]);
});

test("an address with the number of an account reads and changes that account", async () => {
  const several = createInternals({ accounts: { other: 2 }, now: "2026-01-01T00:00:00Z" });
  const { store } = several.sandbox.account("other");
  const { fetch } = createPages(several, []);
  const request = async (path: string, init?: RequestInit) => fetch(new Request(`http://localhost${path}`, init));
  const read = async (path: string) => (await request(path))?.json();

  expect(await read("/_sandbox/setup")).toMatchObject({ seeds: [1, 2], account: 1 });
  expect(await read("/_sandbox/setup?account=2")).toMatchObject({ seeds: [1, 2], account: 2 });
  const state = JSON.parse(JSON.stringify(store));
  expect(await read("/_sandbox/state?account=2")).toEqual(state);
  const records = (await read("/_sandbox/records/leads?account=2")) as RecordPage;
  expect(records.rows[0]?.fields.id).toBe(store.leads[0]?.id);
  expect(await (await request("/_sandbox/records/leads.csv?account=2"))?.text()).toContain(String(store.leads[0]?.id));
  const body = JSON.stringify({ spaceId: "space-customers", primary_field: "Acme" });
  const init = { method: "POST", headers: { "content-type": "application/json" }, body };
  const own = several.sandbox.store.items.length;
  await request("/_sandbox/operations/createItem?account=2", init);
  expect([store.items.at(-1)?.primary_field, several.sandbox.store.items.length]).toEqual(["Acme", own]);
  await request("/_sandbox/advance?account=2", init);
  const days = [...several.api.accounts.seeds.keys()].map((key) => several.api.accounts.get(key).now().getUTCDate());
  expect(days).toEqual([1, 2]);

  for (const account of ["0", "3", "x", ""]) expect((await request(`/_sandbox?account=${account}`))?.status).toBe(404);
});
