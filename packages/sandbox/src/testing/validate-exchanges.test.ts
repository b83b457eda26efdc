import { operationTable } from "@serviceform/types";
import { expect, test } from "vitest";
import type { Fault } from "../faults/fault.js";
import { call } from "./call.js";
import { createInternals, validated } from "./sandbox.js";
import { validateExchanges } from "./validate-exchanges.js";

const ITEM = "/flex/spaces/space-customers/items/own";
const METHODS_OF_LEADS = Object.values(operationTable).flatMap(({ path, method }) =>
  path === "/leads" ? [method] : [],
);
const lead = { id: "a", created: "2025-01-01T00:00:00Z" };

/** A sandbox whose responses are replaced, and the issues of these. */
function createReplacing(replace: (response: Response) => Response, faults: readonly Fault[] = []) {
  const open = createInternals({ faults });
  open.sandbox.store.items.push({ id: "own", space_id: "space-customers" });
  const issues: string[] = [];
  const fetch: typeof open.sandbox.fetch = (...given) => open.sandbox.fetch(...given).then(replace);
  const { sandbox } = validateExchanges({ ...open, sandbox: { ...open.sandbox, fetch } }, (issue) =>
    issues.push(issue),
  );
  return { sandbox, issues };
}

test.each([
  ["GET /leads", [{ ...lead, id: 5 }], 200, "data/0/id must be string"],
  ["GET /leads", [{ ...lead, created: "yesterday" }], 200, 'created must match format "date-time"'],
  ["GET /leads", lead, 200, "data must be array"],
  ["GET /leads", { message: 5 }, 401, "data/message must be string"],
  ["GET /leads", [], 203, "listLeads documents no 203."],
  ["GET /leads", {}, 400, "listLeads documents no 400."],
  ["GET /leads?limit=1", { message: 5 }, 400, "data/message must be string"],
  ["POST /chats", { message: "" }, 422, "listChats documents no 422."],
  [`GET ${ITEM}`, {}, 200, "data must have required property 'id'"],
  [`DELETE ${ITEM}`, {}, 200, "No body is documented for 200."],
  ["GET /nothing", {}, 400, "The contract does not have it, which is 404."],
  ["PURGE /leads", {}, 404, "The contract does not have it, which is 405."],
  ["PURGE /leads", {}, 405, `It must allow ${METHODS_OF_LEADS.toSorted().join()}.`],
  ["HEAD /nothing", {}, 404, "A response to HEAD has no body."],
])("a response to %s, %j with status %i is an issue", async (what, body, status, sentence) => {
  const { sandbox, issues } = createReplacing(() => Response.json(body, { status }));
  await (await call(sandbox, what)).text();
  expect(issues).toEqual([expect.stringContaining(sentence)]);
});

test("a response that is not JSON is an issue, by its content type and by its text", async () => {
  const headers = { "content-type": "application/json" };
  for (const corrupted of [new Response("[]"), new Response("[{", { headers })]) {
    const { sandbox, issues } = createReplacing(() => corrupted);
    await (await call(sandbox, "GET /leads")).text();
    expect(issues).toEqual([expect.stringMatching(/The content type is text|SyntaxError/)]);
  }
});

test("a list that is generated while it is read is validated as far as it was read", async () => {
  const headers = { "content-type": "application/json" };
  const chunks = ['[{"id":"a"}', ',{"id":5}', "]"].map((text) => new TextEncoder().encode(text));
  for (const [read, wrong] of [
    [1, 0],
    [2, 1],
    [4, 1],
  ] as const) {
    const { sandbox, issues } = createReplacing(() => new Response(ReadableStream.from(chunks), { headers }));
    const reader = (await call(sandbox, "GET /leads")).body?.getReader();
    for (let chunk = 0; chunk < read; chunk += 1) await reader?.read();
    await reader?.cancel();
    expect(issues).toHaveLength(wrong);
  }
});

test.each<Fault>([
  { kind: "status", status: 503 },
  { kind: "html" },
  { kind: "redirect", to: "/elsewhere" },
  { kind: "stall", after: "headers" },
  { kind: "cut" },
  { kind: "shape" },
  { kind: "shape", body: { own: true } },
])("a response that %j did not change is an issue", async (fault) => {
  const { sandbox, issues } = createReplacing(() => Response.json([lead]), [fault]);
  await (await call(sandbox, "GET /leads")).text();
  expect(issues).toEqual([expect.stringContaining("The fault requires")]);
  await (await call(sandbox, "GET /leads")).text();
  expect(issues).toHaveLength(1);
});

test.fails("a test with a response that violates the contract fails", async () => {
  const open = createInternals({});
  const fetch = async (...given: Parameters<typeof open.sandbox.fetch>) =>
    open.sandbox.fetch(...given).then(() => Response.json([{ id: 5 }]));
  await (await call(validated({ ...open, sandbox: { ...open.sandbox, fetch } }).sandbox, "GET /leads")).text();
});

test.fails("a test with a request that bypasses the validator fails", async () => {
  const open = createInternals({});
  validated(open);
  await call(open.sandbox, "GET /leads");
});
