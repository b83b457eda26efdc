import { type ClientOptions, createClient, type SafeResult, type ServiceformError } from "@serviceform/client";
import { validators } from "@serviceform/client/validate";

/**
 * Calls every operation of a mounted sandbox through a client that holds the answers against the contract, and returns
 * one line for each call.
 */
export async function visit(options: ClientOptions): Promise<string[]> {
  const settings = { retries: { limit: 2, baseDelayMs: 1 }, validate: "throw", validators, ...options } as const;
  const client = createClient({ apiKey: "sf_sandbox_key", ...settings });
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

function statusOf(result: SafeResult<unknown, ServiceformError>): number | "ok" | undefined {
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
  "leads 1000",
  "chats 3 true",
  'statistics {"totalChats":1000}',
];
