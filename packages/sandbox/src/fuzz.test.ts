import { operationTable } from "@serviceform/types";
import fc from "fast-check";
import { expect, test } from "vitest";
import { createSandbox, type Sandbox } from "./create-sandbox.js";
import { judge } from "./testing/judge.js";

const sandbox = createSandbox();
const [item] = sandbox.store.items;

const segment = fc.oneof(
  fc.constantFrom(
    "flex",
    "spaces",
    "items",
    "leads",
    "chats",
    "statistics",
    "chat",
    "",
    ".",
    "..",
    "%2e%2e",
    "%2F",
    "%",
    "%ff",
  ),
  fc.constantFrom(item?.space_id ?? "", item?.id ?? "", "__proto__", "constructor"),
  fc.string({ unit: "binary" }).map(encodeURIComponent),
);
const template = fc.constantFrom(...Object.values(operationTable).map(({ path }) => path));
const path = fc.oneof(
  template.chain((path) =>
    fc
      .array(segment, { minLength: 2, maxLength: 2 })
      .map(([space = "", item = ""]) => path.replace("{spaceId}", space).replace("{itemId}", item)),
  ),
  template.map((path) => path.replace("{spaceId}", item?.space_id ?? "").replace("{itemId}", item?.id ?? "")),
  fc.array(segment, { maxLength: 7 }).map((segments) => `/${segments.join("/")}`),
);
const text = fc.string({ unit: "binary" });
const query = fc.oneof(
  fc.constant(""),
  fc
    .array(
      fc.tuple(
        fc.oneof(fc.constantFrom("startTime", "endTime", "metrics"), text),
        fc.oneof(fc.constantFrom("2025-05-05T05:05:05Z", "totalChats", "chatsByAgent"), text),
      ),
      { maxLength: 4 },
    )
    .map((pairs) => `?${new URLSearchParams(pairs)}`),
);
const value = fc.oneof(fc.jsonValue(), fc.constantFrom("2025-05-05T05:05:05Z", 1, true, "x"));
const field = fc.constantFrom(
  "primary_field",
  "startTime",
  "endTime",
  "uid",
  "limit",
  "showMessages",
  "chatbot",
  "__proto__",
);
const body = fc.oneof(
  fc.dictionary(field, value, { maxKeys: 3 }).map((body) => JSON.stringify(body)),
  fc.constant('{"primary_field":"x"}'),
  fc.json(),
  fc.uint8Array(),
  text,
);
const headers = fc.record(
  {
    "sf-api-key": fc.oneof({ weight: 9, arbitrary: fc.constant("sandbox") }, fc.constant("other")),
    "content-type": fc.oneof(
      { weight: 9, arbitrary: fc.constant("application/json") },
      fc.constantFrom("", ";", "text/html", "application/json;"),
    ),
    accept: fc.constantFrom("*/*", "text/html", "nonsense"),
  },
  { requiredKeys: ["content-type"] },
);
const method = fc.oneof(
  fc.constantFrom("GET", "POST", "PUT", "DELETE"),
  fc.constantFrom("HEAD", "OPTIONS", "PATCH", "get", "PROPFIND", "X"),
);

async function send(
  { fetch }: Sandbox,
  request: { method: string; path: string; query: string; body: unknown; headers: object },
) {
  const { method, path, query, body, headers } = request;
  const bodiless = /^(get|head)$/i.test(method);
  const response = await fetch(`https://link.serviceform.com${path}${query}`, {
    method,
    headers: headers as Record<string, string>,
    ...(!bodiless && { body: body as NonNullable<RequestInit["body"]> }),
  });
  return { status: response.status, text: await response.text() };
}

test("whatever comes in is answered as documented", async () => {
  const statuses = new Map<string, number>();
  await fc.assert(
    fc.asyncProperty(fc.record({ method, path, query, body, headers }), async (request) => {
      if (!sandbox.store.items.some(({ id }) => id === item?.id)) sandbox.reset();
      const { status, text } = await send(sandbox, request);
      const { operation } = sandbox.requests.at(-1) ?? {};
      if (operation) expect(judge(operation, status, text)).toBeUndefined();
      else expect([404, 405]).toContain(status);
      statuses.set(`${operation} ${status}`, (statuses.get(`${operation} ${status}`) ?? 0) + 1);
    }),
    { seed: 1, numRuns: 5_000 },
  );
  // Proof that the requests are not all refused at the door.
  const reached = [...statuses.keys()];
  for (const operation of Object.keys(operationTable)) expect(reached).toContain(`${operation} 200`);
  for (const seen of ["createItem 422", "updateItem 400", "getItem 404", "listLeads 401"])
    expect(reached).toContain(seen);
});
