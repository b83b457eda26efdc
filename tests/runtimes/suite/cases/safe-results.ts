import { assert } from "chai";
import type { Case } from "../case.ts";

const SPACE = "space-customers";

export const safeResults: readonly Case[] = [
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
];
