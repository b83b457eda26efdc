import { assert } from "chai";
import type { Case } from "../case.ts";
import { failure } from "../caught.ts";

const SPACE = "space-customers";

export const safeResults: readonly Case[] = [
  {
    title: "every operation resolves to a result",
    async run({ open }) {
      const { safe } = (await open()).client;
      const created = await safe.createItem({ spaceId: SPACE, primary_field: "x" });
      const itemId = created.ok ? created.data.id : "";
      const range = { startTime: "2025-06-01T00:00:00Z", endTime: "2025-06-30T00:00:00Z" };
      const results = [
        created,
        await safe.listSpaces(),
        await safe.listItems({ spaceId: SPACE }),
        await safe.getItem({ spaceId: SPACE, itemId }),
        await safe.updateItem({ spaceId: SPACE, itemId, primary_field: "y" }),
        await safe.deleteItem({ spaceId: SPACE, itemId }),
        await safe.listLeads(),
        await safe.listChats({ limit: 1 }),
        await safe.getChatStatistics({ ...range, metrics: ["totalChats"] }),
      ];
      for (const { ok, response } of results) {
        assert.isTrue(ok);
        assert.strictEqual(response?.status, 200);
      }
    },
  },
  {
    title: "an error status is a result with its response",
    async run({ open }) {
      const result = await (await open()).client.safe.getItem({ spaceId: SPACE, itemId: "none" });
      assert.isFalse(result.ok);
      assert.strictEqual(result.response?.status, 404);
      assert.isTrue(!result.ok && result.error.name === "ApiError" && result.error.status === 404);
    },
  },
  {
    title: "a lost connection is a result without a response",
    async run({ open }) {
      const { client } = await open([{ kind: "reset", times: 50 }], { retries: 0 });
      const result = await client.safe.listLeads();
      assert.isFalse(result.ok);
      assert.isUndefined(result.response);
    },
  },
  {
    title: "a ConfigurationError is thrown",
    async run({ open }) {
      await failure("ConfigurationError", (await open()).client.safe.getItem({ spaceId: "..", itemId: "x" }));
    },
  },
];
