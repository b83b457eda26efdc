import type { ServiceformClient } from "@serviceform/client";
import { assert } from "chai";
import type { Case } from "../case.ts";

const SPACE = "space-customers";
const RANGE = { startTime: "2025-06-01T00:00:00Z", endTime: "2025-06-30T23:59:59Z" };

type Check = (client: ServiceformClient) => Promise<void>;

/** A valid input of each operation, which `src/build-entry.ts` inserts, since the suite does not read the contract. */
declare const INPUTS: Readonly<Record<string, object>>;

/** Operations that succeed. */
const checks: Readonly<Record<string, Check>> = {
  async listSpaces(client) {
    const spaces = await client.listSpaces();
    assert.include(
      spaces.map(({ id }) => id),
      SPACE,
    );
  },
  async listItems(client) {
    const items = await client.listItems({ spaceId: SPACE });
    assert.isNotEmpty(items);
    assert.isString(items[0]?.id);
  },
  async createItem(client) {
    const created = await client.createItem({ spaceId: SPACE, primary_field: "Ääkköset 🌍 \u2028" });
    assert.strictEqual(created.primary_field, "Ääkköset 🌍 \u2028");
    assert.deepEqual(await client.getItem({ spaceId: SPACE, itemId: created.id }), created);
  },
  async getItem(client) {
    const [item] = await client.listItems({ spaceId: SPACE });
    assert.deepEqual(await client.getItem({ spaceId: SPACE, itemId: item?.id ?? "" }), item);
  },
  async updateItem(client) {
    const { id: itemId } = await client.createItem({ spaceId: SPACE, primary_field: "before" });
    const updated = await client.updateItem({ spaceId: SPACE, itemId, primary_field: "after" });
    assert.strictEqual(updated.primary_field, "after");
    assert.strictEqual((await client.getItem({ spaceId: SPACE, itemId })).primary_field, "after");
  },
  async deleteItem(client) {
    const { id: itemId } = await client.createItem({ spaceId: SPACE, primary_field: "short-lived" });
    assert.isUndefined(await client.deleteItem({ spaceId: SPACE, itemId }));
    const gone = await client.safe.getItem({ spaceId: SPACE, itemId });
    assert.strictEqual(gone.ok ? undefined : gone.error.status, 404);
  },
  async listLeads(client) {
    const leads = await client.listLeads();
    assert.lengthOf(leads, 60);
  },
  async listChats(client) {
    const all = await client.listChats({});
    const few = await client.listChats({ limit: 3, showMessages: true });
    assert.isAbove(all.length, few.length);
    assert.lengthOf(few, 3);
    assert.isNotEmpty(Object.keys(few[0] ?? {}));
  },
  async getChatStatistics(client) {
    const some = await client.getChatStatistics({ ...RANGE, metrics: ["totalChats"] });
    assert.hasAllKeys(some, ["totalChats"]);
    assert.isNumber(some.totalChats);
  },
};

/** An operation without a check of its own is called with the example of the contract. */
function callAsShown(operation: string): Check {
  return async (client) => {
    await (client as unknown as Record<string, (input: unknown) => Promise<unknown>>)[operation]?.(INPUTS[operation]);
  };
}

export const operations: readonly Case[] = Object.keys(INPUTS).map((operation) => ({
  title: `${operation} matches the contract`,
  async run({ open }) {
    const { client, backend } = await open();
    await (checks[operation] ?? callAsShown(operation))(client);
    const seen = (await backend.requests()).filter((request) => request.operation === operation);
    assert.isNotEmpty(seen, "requests");
    assert.isEmpty(seen.filter(({ status = 0 }) => status < 200 || status > 299));
  },
}));
