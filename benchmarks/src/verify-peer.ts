import { type Calls, type CreatePeer, operationIds } from "./peer.ts";

const KEY = "test-key";
const BASE = "https://api.example.com/v1";
const path = { spaceId: "a b/ü", itemId: "x?y#z" };
const ITEMS = "/v1/flex/spaces/a%20b%2F%C3%BC/items";
const ITEM = `${ITEMS}/x%3Fy%23z`;
const filters = { uid: "u", limit: 2, showMessages: true };
const item = { primary_field: 'Ä "quoted"' };

interface Expected {
  call: (calls: Calls) => Promise<unknown>;
  method: string;
  path: string;
  query?: [string, string][];
  body?: unknown;
}

/** One call of every operation with values that need encoding, and its expected request. */
const expectations: Record<(typeof operationIds)[number], Expected> = {
  listSpaces: { call: (calls) => calls.listSpaces({}), method: "GET", path: "/v1/flex/spaces" },
  listItems: { call: (calls) => calls.listItems({ spaceId: path.spaceId }), method: "GET", path: ITEMS },
  createItem: {
    call: (calls) => calls.createItem({ spaceId: path.spaceId, ...item }),
    method: "POST",
    path: ITEMS,
    body: item,
  },
  getItem: { call: (calls) => calls.getItem(path), method: "GET", path: ITEM },
  updateItem: { call: (calls) => calls.updateItem({ ...path, ...item }), method: "PUT", path: ITEM, body: item },
  deleteItem: { call: (calls) => calls.deleteItem(path), method: "DELETE", path: ITEM },
  listLeads: { call: (calls) => calls.listLeads({}), method: "GET", path: "/v1/leads" },
  listChats: { call: (calls) => calls.listChats(filters), method: "POST", path: "/v1/chats", body: filters },
  getChatStatistics: {
    call: (calls) => calls.getChatStatistics({ startTime: "2024-08-30T05:48:46+02:00", metrics: ["a&b", "c"] }),
    method: "GET",
    path: "/v1/statistics/chat",
    query: [
      ["startTime", "2024-08-30T05:48:46+02:00"],
      ["metrics", "a&b"],
      ["metrics", "c"],
    ],
  },
};

/** Calls the nine operations of a peer on a recording `fetch` and returns how its requests differ from the contract. */
export async function verifyPeer(create: CreatePeer): Promise<string[]> {
  const issues = new Map<string, string[]>();
  for (const id of operationIds) {
    const requests: Request[] = [];
    const calls = create({
      baseUrl: BASE,
      apiKey: KEY,
      fetch: async (input, init) => {
        requests.push(new Request(input, init));
        return Response.json(id.startsWith("list") ? [] : {});
      },
    });
    await expectations[id].call(calls);
    for (const issue of await compare(requests, expectations[id])) {
      issues.set(issue, [...(issues.get(issue) ?? []), id]);
    }
  }
  return [...issues].map(([issue, ids]) => `${issue} (${ids.join(", ")})`);
}

async function compare(requests: Request[], expected: Expected): Promise<string[]> {
  const [request] = requests;
  if (!request || requests.length > 1) return [`${requests.length} requests`];
  const url = new URL(request.url);
  const text = await request.text();
  const issues: [string, unknown, unknown][] = [
    ["method", request.method, expected.method],
    ["path not encoded", url.pathname, expected.path],
    ["query", [...url.searchParams], expected.query ?? []],
    ["fragment", url.hash, ""],
    ["body", text && JSON.parse(text), expected.body ?? ""],
    ["content type", isJson(request), expected.body !== undefined || isJson(request)],
    ["key", request.headers.get("sf-api-key"), KEY],
  ];
  const names = issues
    .filter(([, received, expected]) => JSON.stringify(received) !== JSON.stringify(expected))
    .map(([name]) => name);
  // An unencoded value also changes query and fragment: that is one issue.
  return names.includes("path not encoded") ? ["path not encoded"] : names;
}

function isJson({ headers }: Request): boolean {
  return /^application\/json\b/.test(headers.get("content-type") ?? "");
}
