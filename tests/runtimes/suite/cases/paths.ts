import { ConfigurationError } from "@serviceform/client";
import { createFetchClient } from "@serviceform/client/openapi-fetch";
import { assert } from "chai";
import type { Case } from "../case.ts";
import { caught, failure } from "../caught.ts";

const ITEMS = "/flex/spaces/{spaceId}/items";
const ITEM = "/flex/spaces/{spaceId}/items/{itemId}";
const spaceId = "space-customers";

export const paths: readonly Case[] = [
  {
    title: "items are created, read, changed and deleted by path",
    async run({ open }) {
      const client = createFetchClient((await open()).options);
      const path = { spaceId };
      const created = await client.POST(ITEMS, { params: { path }, body: { primary_field: "ü" } });
      const itemId = created.data?.id ?? "";
      const at = { params: { path: { spaceId, itemId } } };
      assert.strictEqual((await client.GET(ITEM, at)).data?.primary_field, "ü");
      const updated = await client.PUT(ITEM, { ...at, body: { primary_field: "v" } });
      assert.strictEqual(updated.data?.primary_field, "v");
      assert.strictEqual((await client.DELETE(ITEM, at)).response.status, 200);
      assert.strictEqual((await client.GET(ITEM, at)).response.status, 404);
    },
  },
  {
    title: "an error status is a result with its body",
    async run({ open }) {
      const client = createFetchClient((await open()).options);
      const { data, error, response } = await client.GET(ITEMS, { params: { path: { spaceId: "none" } } });
      assert.isUndefined(data);
      assert.isString(error?.message);
      assert.strictEqual(response.status, 404);
    },
  },
  {
    title: "a query of many values is sent",
    async run({ open }) {
      const { options, backend } = await open();
      const query = { startTime: "2025-06-01T00:00:00Z", endTime: "2025-06-30T00:00:00Z" };
      const metrics: ("totalChats" | "averageResponseTime")[] = ["totalChats", "averageResponseTime"];
      const { data } = await createFetchClient(options).GET("/statistics/chat", {
        params: { query: { ...query, metrics } },
      });
      assert.isNumber(data?.totalChats);
      assert.lengthOf(await backend.requests(), 1);
    },
  },
  {
    title: "calls by path are retried",
    async run({ open }) {
      const { options, backend } = await open([{ kind: "status", status: 503 }, { kind: "cut" }]);
      const { data } = await createFetchClient(options).GET("/leads");
      assert.lengthOf(data ?? [], 60);
      assert.lengthOf(await backend.requests(), 3);
    },
  },
  {
    title: "a path value that would leave its segment is rejected",
    async run({ open }) {
      const { options, backend } = await open();
      const call = createFetchClient(options).DELETE(ITEM, { params: { path: { spaceId, itemId: ".." } } });
      assert.instanceOf(await failure("ConfigurationError", call), ConfigurationError);
      assert.isEmpty(await backend.requests());
    },
  },
  {
    title: "the caller's abort is thrown",
    async run({ open }) {
      const { options } = await open([{ kind: "stall", after: "nothing", times: 9 }]);
      const controller = new AbortController();
      const reason = new Error("The user left.");
      setTimeout(() => controller.abort(reason), 30);
      assert.strictEqual(await caught(createFetchClient(options).GET("/leads", { signal: controller.signal })), reason);
    },
  },
];
