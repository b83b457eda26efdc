import { createClient, type ServiceformClient } from "@serviceform/client";
import { assert } from "chai";
import { type Case, KEY } from "../case.ts";
import { failure } from "../caught.ts";

const refusedIds = ["", ".", "..", "%2e%2e", "%2E.", "\ud800", 7n, null, Number.NaN, {}];
const carriedIds = ["a/b", "ä ö", "?x=1#y", "a\\b", "..a", "%", "%2f", "😀", "a;b=c", "+&="];
const refusedKeys = ["", "a\nb", "ключ", " k", undefined, 7];

/** What the compiler would refuse. */
const bad = <Input>(input: unknown): Input => input as Input;

export const guards: readonly Case[] = [
  ...refusedIds.map(
    (itemId): Case => ({
      title: `the path value ${show(itemId)} is refused`,
      async run({ open }) {
        const { client, backend } = await open();
        await refused("itemId", client.deleteItem(bad({ spaceId: "space-customers", itemId })));
        assert.isEmpty(await backend.requests());
      },
    }),
  ),
  ...carriedIds.map(
    (itemId): Case => ({
      title: `the path value ${show(itemId)} arrives as one segment`,
      async run({ open }) {
        const { client, backend } = await open();
        assert.strictEqual((await failure("ApiError", client.getItem({ spaceId: "a/..", itemId }))).status, 404);
        const [request] = await backend.requests();
        assert.strictEqual(request?.operation, "getItem");
        const segments = new URL(request?.url ?? "").pathname.split("/");
        assert.deepEqual(segments.map(decodeURIComponent), ["", "flex", "spaces", "a/..", "items", itemId]);
      },
    }),
  ),
  ...refusedKeys.map(
    (apiKey): Case => ({
      title: `the key ${show(apiKey)} is refused without being shown`,
      on: "memory",
      async run({ host }) {
        // In the environment there is none.
        const error = await refused("apiKey", construct({ apiKey, dangerouslyAllowBrowser: host.isPage }));
        if (typeof apiKey === "string" && apiKey.length > 1) assert.notInclude(host.print(error), apiKey);
      },
    }),
  ),
  ...[
    "http://192.0.2.1",
    "http://localhost.example",
    "ftp://127.0.0.1",
    "https://u:p@a.example",
    "https://a.example?q",
  ].map(
    (baseUrl): Case => ({
      title: `the base URL ${baseUrl} is refused`,
      on: "memory",
      run: async ({ host }) =>
        void (await refused("baseUrl", construct({ apiKey: KEY, baseUrl, dangerouslyAllowBrowser: host.isPage }))),
    }),
  ),
  {
    title: "unknown and mistyped options are refused by name",
    on: "memory",
    async run({ host }) {
      const dangerouslyAllowBrowser = host.isPage;
      await refused("timeout", construct({ apiKey: KEY, dangerouslyAllowBrowser, timeout: 5 }));
      await refused("timeoutMs", construct({ apiKey: KEY, dangerouslyAllowBrowser, timeoutMs: "5" }));
      await refused("fetch", construct({ apiKey: KEY, dangerouslyAllowBrowser, fetch: {} }));
      await refused(
        "headers.sf-api-key",
        construct({ apiKey: KEY, dangerouslyAllowBrowser, headers: { "SF-API-KEY": "x" } }),
      );
    },
  },
  {
    title: "unknown, missing and lossy input is refused by name",
    async run({ open }) {
      const { client, backend } = await open();
      const range = { startTime: "2025-06-01T00:00:00Z", endTime: "2025-06-30T00:00:00Z" };
      await refused("nope", client.listSpaces(bad({ nope: 1 })));
      await refused("primary_field", client.createItem(bad({ spaceId: "s" })));
      await refused(
        "startTime",
        client.getChatStatistics(bad({ ...range, startTime: new Date(0), metrics: ["totalChats"] })),
      );
      await refused("limit", client.listChats(bad({ limit: Number.NaN })));
      await refused("timeoutMs", client.listSpaces({}, { timeoutMs: 0 }));
      assert.isEmpty(await backend.requests());
    },
  },
  {
    title: "headers of the caller travel, beside the key",
    async run({ open }) {
      const { client, backend } = await open([], { headers: { "x-trace": "t-1" } });
      await client.listSpaces({}, { headers: { "x-call": "c-1" } });
      const [request] = await backend.requests();
      assert.include(request?.headers, { "x-trace": "t-1", "x-call": "c-1", accept: "application/json" });
    },
  },
  {
    title: "a path prefix of the base URL is kept",
    async run({ open }) {
      const { backend, options } = await open();
      const client = createClient({ ...options, baseUrl: `${backend.baseUrl}/v1//` });
      assert.strictEqual((await failure("ApiError", client.listSpaces())).status, 404);
      const [request] = await backend.requests();
      assert.strictEqual(new URL(request?.url ?? "").pathname, "/v1/flex/spaces");
    },
  },
];

async function construct(options: unknown): Promise<ServiceformClient> {
  return createClient(bad(options));
}

async function refused(name: string, work: Promise<unknown>): Promise<Error> {
  const error = await failure("ConfigurationError", work);
  assert.include(error.param, name);
  assert.include(error.message, name);
  return error;
}

function show(value: unknown): string {
  if (typeof value === "bigint") return `${value}n`;
  return typeof value === "string" || Object(value) === value ? JSON.stringify(value) : String(value);
}
