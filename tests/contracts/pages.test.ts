import { getEventListeners } from "node:events";
import { expect, test } from "vitest";
import { pagedLists } from "./cases/pages.ts";
import { connect } from "./connect.ts";
import { loadContract, loadWithoutHandlers } from "./load-contract.ts";
import { collect, createPageServer, type Reply } from "./page-server.ts";

const loaded = await loadContract(pagedLists);
const shown = await loadWithoutHandlers(pagedLists);
const rows = ["a", "b", "c"].map((id) => ({ id }));
const [a, b, c] = rows;

/** A client that gets these replies in turn. */
function script(...replies: readonly Reply[]) {
  return createPageServer(loaded, (index) => replies[index] ?? { status: 500 });
}

test("a cursor is sent with the same input until there is none", async () => {
  const { client, sent } = script(
    { body: { data: [a, b], next_cursor: "x y&z" } },
    { body: { data: [], next_cursor: "end" } },
    { body: { data: [c], next_cursor: null } },
  );
  expect(await collect(client.stream.listRows?.({ limit: 2 }))).toEqual(rows);
  expect(sent.map(({ url }) => url)).toEqual([
    "https://api.test/rows?limit=2",
    "https://api.test/rows?limit=2&cursor=x%20y%26z",
    "https://api.test/rows?limit=2&cursor=end",
  ]);
});

test("a page is requested only when all elements of the previous one were read", async () => {
  const { client, sent } = script({ body: { data: [a, b], next_cursor: "2" } });
  const iterator = client.stream.listRows?.()[Symbol.asyncIterator]();
  await iterator?.next();
  await iterator?.next();
  expect(sent).toHaveLength(1);
  await iterator?.return?.();
  expect(sent).toHaveLength(1);
});

test("a cursor in the request body is an input like any other", async () => {
  const { client, sent } = script(
    { body: { result: { rows: [a], paging: { after: 7 } } } },
    { body: { result: { rows: [b] } } },
  );
  expect(await collect(client.stream.searchRows?.({ text: "q" }))).toEqual([a, b]);
  expect(sent.map(({ body }) => body)).toEqual(['{"text":"q"}', '{"text":"q","after":7}']);
});

test("a page without its optional array has no elements", async () => {
  const { client } = script({ body: { next_cursor: "2" } }, { body: { data: ["a"], next_cursor: "" } });
  expect(await collect(client.stream.listSparse?.())).toEqual(["a"]);
});

test("a list without pagination is one response", async () => {
  const { client, sent } = script({ body: ["a"], headers: { link: "<?cursor=2>; rel=next" } });
  expect(await collect(client.stream.listPlain?.())).toEqual(["a"]);
  expect(sent).toHaveLength(1);
});

test("an offset counts the elements read from its start until a page is empty", async () => {
  const { client, sent } = script({ body: { data: [a, b] } }, { body: { data: [c] } }, { body: { data: [] } });
  expect(await collect(client.stream.listGroupRows?.({ groupId: "g/1", offset: 10 }))).toEqual(rows);
  expect(sent.map(({ url }) => url)).toEqual(
    [10, 12, 13].map((offset) => `https://api.test/groups/g%2F1/rows?offset=${offset}`),
  );
});

test.for([
  ["absolute", "https://api.test/linked/g%201?page=2&tag=a%2Cb"],
  ["relative", "?page=2&tag=a%2Cb"],
  ["of a decoded path, with a fragment", "/linked/g 1?page=2&tag=a%2Cb#rows"],
])("a link that is %s is followed with its own query", async ([, target]) => {
  const { client, sent } = script(
    { body: [a], headers: { link: `</>; rel="first", <${target}>; title="b, <c>; rel=x"; REL="last NEXT"` } },
    { body: [b], headers: { link: '</>; rel="prev"' } },
  );
  expect(await collect(client.stream.listLinked?.({ groupId: "g 1", limit: 1 }))).toEqual([a, b]);
  expect(sent.map(({ url }) => url)).toEqual([
    "https://api.test/linked/g%201?limit=1",
    "https://api.test/linked/g%201?page=2&tag=a%2Cb",
  ]);
  expect(sent.map(({ headers }) => headers["x-key"])).toEqual(["sf_sandbox_key", "sf_sandbox_key"]);
});

test("a link that repeats the key of the query is followed without it, and with the key once", async () => {
  const securitySchemes = {
    apiKey: { type: "apiKey", in: "query", name: "api key" },
    page: { type: "apiKey", in: "header", name: "page" },
  };
  const components = { ...(pagedLists.components as object), securitySchemes };
  const keyed = await loadContract({ ...pagedLists, security: [{ apiKey: [] }, { page: [] }], components });
  const replies: Reply[] = [
    { body: [a], headers: { link: "<?page=2&api+key=sf_sandbox_key>; rel=next" } },
    // Without the key it is sent as it is.
    { body: [b], headers: { link: "<?page=3&tag=%61>; rel=next" } },
    { body: [c] },
  ];
  const { client, sent } = createPageServer(keyed, (index) => replies[index]);
  const next: unknown[] = [];
  for await (const page of client.stream.listLinked?.({ groupId: "1" }).pages() ?? []) next.push(page.next);
  expect(next).toEqual([{ groupId: "1", page: 2 }, { groupId: "1", page: 3, tag: "a" }, undefined]);
  expect(sent.map(({ url }) => url)).toEqual([
    "https://api.test/linked/1?api%20key=sf_sandbox_key",
    "https://api.test/linked/1?page=2&api%20key=sf_sandbox_key",
    "https://api.test/linked/1?page=3&tag=%61&api%20key=sf_sandbox_key",
  ]);
});

test("a link can be in the body", async () => {
  const { client, sent } = script(
    { body: { items: ["a"], links: { next: "/nested?from=b" } } },
    { body: { items: ["b"] } },
  );
  expect(await collect(client.stream.listNested?.())).toEqual(["a", "b"]);
  expect(sent[1]?.url).toBe("https://api.test/nested?from=b");
});

test.for([
  ["//evil.test/linked/1?page=2", "leads to another origin, https://evil.test"],
  ["http://api.test/linked/1?page=2", "leads to another origin, http://api.test"],
  ["https://api.test:444/linked/1", "leads to another origin, https://api.test:444"],
  ["https://api.test@evil.test/linked/1", "leads to another origin, https://evil.test"],
  ["javascript:alert(1)", "leads to another origin, null"],
  ["/linked/2?page=2", "leads to another path"],
  ["/linked/1/../../admin?page=2", "leads to another path"],
  ["/linked/%?page=2", "leads to another path"],
  ["https://[", "is no URL"],
])("a link to %s is not followed", async ([target, problem]) => {
  const { client, sent } = script({ body: [a], headers: { link: `<${target}>; rel=next` } });
  await expect(collect(client.stream.listLinked?.({ groupId: "1" }))).rejects.toMatchObject({
    name: "ResponseError",
    status: 200,
    message: expect.stringContaining(
      `but the link to the next page ${problem}: listLinked GET https://api.test/linked/1`,
    ),
  });
  expect(sent).toHaveLength(1);
});

test("paths that cannot be decoded are compared as they are", async () => {
  const links = ["/%a/linked/1?page=2", "/%b/linked/1?page=3"];
  const urls: string[] = [];
  const fetch = async (url: string): Promise<Response> => {
    urls.push(url);
    return Response.json([a], { headers: { link: `<${links.shift()}>; rel=next` } });
  };
  const client = loaded.createClient({ apiKey: "k", baseUrl: "https://api.test/%a", fetch: fetch as never });
  await expect(collect(client.stream.listLinked?.({ groupId: "1" }))).rejects.toThrow("leads to another path");
  expect(urls).toEqual(["https://api.test/%a/linked/1", "https://api.test/%a/linked/1?page=2"]);
});

test("a page has the input of the next page, also with a link", async () => {
  const { client, sent } = script(
    { body: [a], headers: { link: "<?page=2&tag=5&tag=6>; rel=next" } },
    { body: [b], headers: { link: "<?page=03>; rel=next" } },
    { body: [c] },
  );
  const pages = client.stream.listLinked?.({ groupId: "1", limit: 1 }).pages();
  const next: unknown[] = [];
  for await (const page of pages ?? []) next.push(page.next);
  expect(next).toEqual([{ groupId: "1", page: 2, tag: ["5", "6"] }, { groupId: "1", page: "03" }, undefined]);

  const resumed = script({ body: [c] });
  expect(await collect(resumed.client.stream.listLinked?.(next[1]))).toEqual([c]);
  expect(resumed.sent[0]?.url).toBe(sent[2]?.url);
});

test("a stream resumes from the cursor of a page", async () => {
  const first = script({ body: { data: [a], next_cursor: "2" } });
  for await (const { items, next } of first.client.stream.listRows?.({ limit: 1 }).pages() ?? []) {
    expect(items).toEqual([a]);
    const second = script({ body: { data: [b, c], next_cursor: null } });
    expect(await collect(second.client.stream.listRows?.(JSON.parse(JSON.stringify(next))))).toEqual([b, c]);
    expect(second.sent[0]?.url).toBe("https://api.test/rows?limit=1&cursor=2");
    break;
  }
  expect(first.sent).toHaveLength(1);
});

test("each page has retries of its own", async () => {
  const ok = (id: string, next: string | null): Reply => ({ body: { data: [{ id }], next_cursor: next } });
  const { client, sent } = script({ status: 503 }, ok("a", "2"), { status: 503 }, ok("b", null));
  expect(await collect(client.stream.listRows?.({}, { retries: { limit: 1, baseDelayMs: 0 } }))).toEqual([a, b]);
  expect(sent).toHaveLength(4);
});

test("a page that fails ends the stream with its error", async () => {
  const { client } = script({ body: { data: [a], next_cursor: "2" } }, { status: 404 });
  const read: unknown[] = [];
  const stream = client.stream.listRows?.();
  await expect(collect(stream, read)).rejects.toMatchObject({ name: "ApiError", status: 404 });
  expect(read).toEqual([a]);
});

test.for([
  ["the next cursor is the one that was sent", ["2", "2"]],
  ["the cursors go around", ["2", "3", "4", "2"]],
  ["the cursors lead back to the one of the input", ["2", "1"]],
] as const)("the walk ends where %s", async ([, cursors]) => {
  const { client, sent } = script(...cursors.map((next) => ({ body: { data: [a], next_cursor: next } })));
  await expect(collect(client.stream.listRows?.({ cursor: "1" }))).rejects.toThrow(
    "API responded with 200, but the next page is one that was read before: listRows GET https://api.test/rows?cursor",
  );
  expect(sent).toHaveLength(cursors.length);
});

test("the walk ends where a link leads back to the first page", async () => {
  const { client, sent } = script({ body: [a], headers: { link: "<?limit=1>; rel=next" } });
  await expect(collect(client.stream.listLinked?.({ groupId: "1", limit: 1 }))).rejects.toThrow(
    "one that was read before",
  );
  expect(sent).toHaveLength(1);
});

test.for([
  ["the first page", 0],
  ["a later page", 10],
] as const)("a cycle of more cursors than are remembered ends if it leads back to %s", async ([, start]) => {
  const length = 1_500;
  const { client, sent } = createPageServer(loaded, (index) => ({
    body: { data: [a], next_cursor: String(index < start ? index + 1 : start + ((index + 1 - start) % length)) },
  }));
  await expect(collect(client.stream.listRows?.({ cursor: "0" }))).rejects.toThrow("one that was read before");
  expect(sent.length).toBeLessThan(4 * length);
});

test("the stream ends after a thousand empty pages in a row, unless one of them has an element", async () => {
  const createServer = (isFull: (index: number) => boolean, last: number) =>
    createPageServer(loaded, (index) => ({
      body: { data: isFull(index) ? [a] : [], next_cursor: index === last ? null : `c${index}` },
    }));
  const endless = createServer(() => false, Number.POSITIVE_INFINITY);
  await expect(collect(endless.client.stream.listRows?.())).rejects.toThrow("but the page is empty, as 1000 before it");
  expect(endless.sent).toHaveLength(1_001);
  const sparse = createServer((index) => index === 900, 1_800);
  expect(await collect(sparse.client.stream.listRows?.())).toEqual([a]);
});

test("the stream ends if the API ignores the offset", async () => {
  const { client, sent } = createPageServer(loaded, () => ({ body: { data: rows } }));
  await expect(collect(client.stream.listGroupRows?.({ groupId: "1" }))).rejects.toThrow(
    "but the page is the same as the one before; offset has no effect",
  );
  expect(sent).toHaveLength(2);
});

test.for([
  ["no array", "listRows", { data: {}, next_cursor: null }, "the body has no array at /data"],
  ["no elements", "listRows", { next_cursor: null }, "the body has nothing at /data"],
  ["no elements below a key", "searchRows", { result: {} }, "the body has nothing at /result/rows"],
  ["no cursor where one is required", "listRows", { data: [a] }, "the body has nothing at /next_cursor"],
  ["a cursor that is an object", "listRows", { data: [a], next_cursor: {} }, "the body has no text at /next_cursor"],
] as const)("a page with %s is an error", async ([, id, body, problem]) => {
  const { client } = script({ body });
  await expect(collect(client.stream[id]?.())).rejects.toThrow(`API responded with 200, but ${problem}`);
});

test("an abort before the loop ends it with its reason, and no request is sent", async () => {
  const { client, sent } = script({ body: { data: [a], next_cursor: null } });
  const stream = client.stream.listRows?.({}, { signal: AbortSignal.abort("enough") });
  await expect(collect(stream)).rejects.toBe("enough");
  await expect(collect(stream?.pages())).rejects.toBe("enough");
  expect(sent).toEqual([]);
});

test("an abort between pages ends the loop with its reason", async () => {
  const controller = new AbortController();
  const { client, sent } = script({ body: { data: [a], next_cursor: "2" } });
  const walk = async (): Promise<void> => {
    for await (const _ of client.stream.listRows?.({}, { signal: controller.signal }).pages() ?? [])
      controller.abort("enough");
  };
  await expect(walk()).rejects.toBe("enough");
  expect(sent).toHaveLength(1);
});

test("a loop over pages leaves no listener on the caller's signal", async () => {
  const { signal } = new AbortController();
  const { client } = script({ body: { data: [a], next_cursor: "2" } }, { body: { data: [b], next_cursor: null } });
  expect(await collect(client.stream.listRows?.({}, { signal }))).toEqual([a, b]);
  expect(getEventListeners(signal, "abort")).toEqual([]);
});

test("an abort ends the stream with its reason, between elements and within a request", async () => {
  const controller = new AbortController();
  const { client } = script({ body: { data: rows, next_cursor: "2" } });
  const read: unknown[] = [];
  const walk = async (): Promise<void> => {
    for await (const row of client.stream.listRows?.({}, { signal: controller.signal }) ?? []) {
      read.push(row);
      controller.abort("enough");
    }
  };
  await expect(walk()).rejects.toBe("enough");
  expect(read).toEqual([a]);
});

test("a consumer that stops while it awaits an element aborts the request", async () => {
  const stalled = createPageServer(loaded, () => undefined);
  const iterator = stalled.client.stream.listRows?.()[Symbol.asyncIterator]();
  const next = iterator?.next();
  await stalled.requested;
  await iterator?.return?.();
  await expect(next).resolves.toEqual({ done: true, value: undefined });
  expect(stalled.sent[0]?.signal?.aborted).toBe(true);
});

test("an input that is changed during the loop changes no page", async () => {
  const input = { groupId: "1", limit: 1 };
  const { client, sent } = script({ body: { data: [a] } }, { body: { data: [] } });
  const stream = client.stream.listGroupRows?.(input);
  input.limit = 9;
  await collect(stream);
  expect(sent.map(({ url }) => new URL(url).searchParams.get("limit"))).toEqual(["1", "1"]);
});

test("an invalid input is an error of the loop, before a request is sent", async () => {
  const { client, sent } = script();
  const stream = client.stream.listRows?.({ cursr: "1" });
  await expect(collect(stream)).rejects.toMatchObject({ name: "ConfigurationError", code: "unknown_input" });
  expect(sent).toEqual([]);
});

const all = Array.from({ length: 5 }, (_, index) => ({ id: `row-${index}` }));

test.for([
  ["listRows", { limit: 2 }, 3],
  ["listRows", {}, 3],
  ["listRows", { limit: 5 }, 1],
  ["listGroupRows", { groupId: "1", limit: 2 }, 4],
  ["listLinked", { groupId: "1", limit: 2 }, 3],
  ["listLinked", { groupId: "1", limit: 2, tag: "x,y" }, 3],
  ["searchRows", {}, 1],
] as const)("the sandbox cuts what a handler of %s returns into pages of %j", async ([id, input, count]) => {
  const { client, sent } = connect(loaded, all);
  expect(await collect(client.stream[id]?.(input))).toEqual(all);
  expect(sent).toHaveLength(count);
});

test("the sandbox limits a list to the default size of a page", async () => {
  const many = Array.from({ length: 120 }, (_, index) => `row-${index}`);
  const { client, sent } = connect(loaded, many);
  expect(await collect(client.stream.listNested?.())).toEqual(many);
  expect(sent.map(({ url }) => url.slice("https://api.test".length))).toEqual([
    "/nested",
    "/nested?from=after-50",
    "/nested?from=after-100",
  ]);
});

test("the sandbox sends a page of a handler unchanged", async () => {
  const { client } = connect(loaded, { data: [a], next_cursor: null });
  expect(await collect(client.stream.listRows?.())).toEqual([a]);
});

test("the sandbox rejects a cursor that no page has returned", async () => {
  const { client } = connect(loaded, all);
  await expect(client.listRows?.({ cursor: "3" })).rejects.toMatchObject({
    status: 400,
    body: { message: "cursor is not a value that a page returned." },
  });
});

test.for(["listRows", "searchRows", "listGroupRows", "listLinked", "listNested"])(
  "the sandbox responds to %s without a handler with pages that end",
  async (id) => {
    const { client } = connect(shown);
    const input = /Group|Linked/.test(id) ? { groupId: "1" } : {};
    expect((await collect(client.stream[id]?.(input))).length).toBeGreaterThan(0);
    expect(shown.validators[id]?.output.validate(await client[id]?.(input))).toEqual([]);
  },
);
