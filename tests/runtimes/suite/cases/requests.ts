import { createClient } from "@serviceform/client";
import { assert } from "chai";
import type { Case } from "../case.ts";
import { failure } from "../caught.ts";

const itemIds = ["a/b", "ä ö", "?x=1#y", "a\\b", "..a", "%", "%2f", "😀", "a;b=c", "+&="];

/** Requests as they arrive. */
export const requests: readonly Case[] = [
  ...itemIds.map(
    (itemId): Case => ({
      title: `the path value ${JSON.stringify(itemId)} arrives as one segment`,
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
  {
    title: "headers of the caller are sent beside the key",
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
