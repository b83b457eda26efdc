import {
  type ClientOptions,
  createClient,
  type Hooks,
  type SafeResult,
  type ServiceformClient,
  type ServiceformError,
} from "@serviceform/client";
import { validators } from "@serviceform/client/validate";
import { type CallList, findInput, inOrder } from "@serviceform/tests-samples";
import { type OperationId, operationTable } from "@serviceform/types";

/**
 * Calls every operation of a mounted sandbox through a client that holds the answers against the contract, and returns
 * one line for each call.
 */
export async function visit(options: ClientOptions): Promise<string[]> {
  const called = new Set<OperationId | undefined>();
  const hooks: Hooks = { onResponse: ({ operation }) => void called.add(operation as OperationId) };
  const settings = { retries: { limit: 2, baseDelayMs: 1 }, validate: "throw", validators, hooks, ...options } as const;
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
  await visitOthers(client, called);
  return [
    `operations ${called.size}`,
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

/** Calls the rest as the contract shows it. */
async function visitOthers(client: ServiceformClient, called: ReadonlySet<OperationId | undefined>): Promise<void> {
  const calls = client as unknown as Record<OperationId, (input: unknown) => Promise<unknown>>;
  const callList: CallList = async (id, input) => (await calls[id](input)) as readonly unknown[];
  const ids = Object.keys(operationTable) as OperationId[];
  for (const id of inOrder(ids.filter((one) => !called.has(one)))) await calls[id](await findInput(id, callList));
}

function statusOf(result: SafeResult<unknown, ServiceformError>): number | "ok" | undefined {
  return result.ok ? "ok" : result.error.status;
}

/** What a visit of `createTroubledSandbox` comes back with, wherever it is mounted. */
export const expected: readonly string[] = [
  `operations ${Object.keys(operationTable).length}`,
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
