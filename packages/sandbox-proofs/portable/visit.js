import { createClient } from "@serviceform/client";

/**
 * Calls every operation of a mounted sandbox through a client, and returns one line for each call. It needs web
 * standards only, so that it runs in every runtime.
 *
 * @param {import("@serviceform/client").ClientOptions} options where the sandbox is, and how it is reached
 * @returns {Promise<string[]>}
 */
export async function visit(options) {
  const settings = { retries: { limit: 2, baseDelayMs: 1 }, ...options };
  const client = createClient({ apiKey: "sandbox", ...settings });
  const stranger = createClient({ apiKey: "stranger", ...settings });
  const spaces = await client.listSpaces();
  const spaceId = spaces[0]?.id ?? "";
  const before = await client.listItems({ spaceId });
  const created = await client.createItem({ spaceId, primary_field: "Åkerblom & Söhne" });
  const path = { spaceId, itemId: created.id };
  const updated = await client.updateItem({ ...path, primary_field: "Acme" });
  const read = await client.getItem(path);
  const deleted = await client.deleteItem(path);
  const missing = await client.safe.getItem(path);
  const refused = await client.safe.createItem({ spaceId: "nowhere", primary_field: "x" });
  const unknown = await stranger.safe.listLeads();
  let leads = 0;
  for await (const _lead of client.stream.listLeads()) leads += 1;
  const chats = await client.listChats({ limit: 3, showMessages: true });
  const statistics = await client.getChatStatistics({ metrics: ["totalChats"] });
  return [
    `spaces ${spaces.length}`,
    `items ${before.length > 0}`,
    `created ${created.primary_field}`,
    `updated ${updated.primary_field} ${read.updated === updated.updated}`,
    `deleted ${deleted}`,
    `missing ${statusOf(missing)}`,
    `refused ${statusOf(refused)}`,
    `unknown ${statusOf(unknown)}`,
    `leads ${leads}`,
    `chats ${chats.length} ${chats.every(({ history = [] }) => history.length > 0)}`,
    `statistics ${JSON.stringify(statistics)}`,
  ];
}

/** @param {import("@serviceform/client").SafeResult<unknown, import("@serviceform/client").ServiceformError>} result */
function statusOf(result) {
  return result.ok ? "ok" : result.error.status;
}

/** What a visit of `createTroubledSandbox` comes back with, wherever it is mounted. */
export const expected = [
  "spaces 4",
  "items true",
  "created Åkerblom & Söhne",
  "updated Acme true",
  "deleted undefined",
  "missing 404",
  "refused 422",
  "unknown 401",
  "leads 2000",
  "chats 3 true",
  'statistics {"totalChats":2000}',
];
