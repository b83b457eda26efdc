import { expect, test } from "vitest";
import { call } from "../testing/call.js";
import { createSandbox } from "../testing/sandbox.js";
import { entityTag } from "./entity-tag.js";

const now = "2026-01-01T00:00:00Z";
const ITEM = "/flex/spaces/space-customers/items";

test("a response that the caller has is a 304 until it changes", async () => {
  const sandbox = createSandbox({ now });
  const first = await call(sandbox, "GET /leads");
  const etag = first.headers.get("etag") ?? "";
  expect(etag).toMatch(/^W\/"[\w-]+"$/);
  for (const known of [etag, etag.slice(2), `"other", ${etag}`, "*"]) {
    const again = await call(sandbox, "GET /leads", { headers: { "if-none-match": known } });
    expect([again.status, again.body, again.headers.get("etag")]).toEqual([304, null, etag]);
    expect(Object.fromEntries(again.headers)).toMatchObject({ vary: "accept-encoding", date: expect.any(String) });
  }
  expect(sandbox.requests.at(-1)).toMatchObject({ operation: "listLeads", status: 304 });
  sandbox.advance();
  const changed = await call(sandbox, "GET /leads", { headers: { "if-none-match": etag } });
  expect([changed.status, changed.headers.get("etag")]).toEqual([200, expect.not.stringMatching(etag)]);
});

test("a response is sent when the tag is of another one", async () => {
  const sandbox = createSandbox();
  for (const known of ['"other"', "", "other", "W/", '""'])
    expect((await call(sandbox, "GET /leads", { headers: { "if-none-match": known } })).status).toBe(200);
});

test.for(["GET /leads", "GET /flex/spaces", `GET ${ITEM}`, "GET /statistics/chat?metrics=totalChats"])(
  "the responses to %s have the same tag exactly if they have the same bytes",
  async (what) => {
    const seen = new Map<string, string | null>();
    for (const seed of [1, 1, 2, 3]) {
      const response = await call(createSandbox({ now, seed }), what);
      const [text, etag] = [await response.text(), response.headers.get("etag")];
      expect(seen.get(text) ?? etag).toBe(etag);
      seen.set(text, etag);
    }
    expect(new Set(seen.values()).size).toBe(seen.size);
  },
);

test("an error, a write, a query by POST and a list that is made while it is read have no tag", async () => {
  const sandbox = createSandbox({ leadCount: 501 });
  const headers = { "if-none-match": "*" };
  const body = { primary_field: "Acme" };
  const responses = [
    await call(sandbox, "GET /leads", { headers }),
    await call(sandbox, "GET /leads", { headers, key: "other" }),
    await call(sandbox, "GET /flex/spaces/space-unknown/items", { headers }),
    await call(sandbox, "POST /chats", { headers, body: {} }),
    await call(sandbox, `POST ${ITEM}`, { headers, body }),
    await call(sandbox, "GET /nothing", { headers }),
  ];
  expect(responses.map(({ status }) => status)).toEqual([200, 401, 404, 200, 200, 404]);
  for (const { headers } of responses) expect(headers.has("etag")).toBe(false);
});

test("a tag depends on every byte, and on nothing around them", () => {
  for (const length of [1, 2, 3, 4, 5, 8, 11]) {
    const bytes = Uint8Array.from({ length }, (_, index) => index);
    const surrounded = Uint8Array.from([255, ...bytes, 255]).subarray(1, -1);
    expect(entityTag([surrounded])).toBe(entityTag([bytes]));
    const changed = Array.from(bytes, (byte, index) => entityTag([bytes.with(index, byte ^ 0x80)]));
    expect(new Set([...changed, entityTag([bytes])]).size).toBe(length + 1);
  }
});
