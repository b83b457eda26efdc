import { type ClientOptions, createClient, type SafeResult, type ServiceformError } from "@serviceform/client";
import { validators } from "@serviceform/client/validate";
import { callEveryOperation, operationIds } from "@serviceform/tests-samples";

/** Calls a mounted sandbox through a client that validates the responses, and returns one line for each result. */
export async function callMount(options: ClientOptions): Promise<string[]> {
  const called = new Set<string>();
  const settings = { retries: { limit: 2, baseDelayMs: 1 }, validate: "throw", validators, ...options } as const;
  const client = createClient({ apiKey: "sf_sandbox_key", ...settings });
  const unauthorized = createClient({ apiKey: "another-key", ...settings });
  const spaces = await client.listSpaces();
  const spaceId = spaces[0]?.id ?? "";
  await client.listItems({ spaceId });
  const created = await client.createItem({ spaceId, primary_field: "Åkerblom & Söhne" });
  const path = { spaceId, itemId: created.id };
  const updated = await client.updateItem({ ...path, primary_field: "Acme" });
  await client.deleteItem(path);
  const missing = await client.safe.getItem(path);
  const rejected = await client.safe.createItem({ spaceId: "nowhere", primary_field: "x" });
  const wrongKey = await unauthorized.safe.listLeads();
  let leads = 0;
  for await (const _lead of client.stream.listLeads()) leads += 1;
  const statistics = await client.getChatStatistics({ metrics: ["totalChats"] });
  for await (const { id } of callEveryOperation(client)) called.add(id);
  return [
    `operations ${called.size}`,
    `spaces ${spaces.length}`,
    `created ${created.primary_field}`,
    `updated ${updated.primary_field}`,
    `missing ${statusOf(missing)}`,
    `rejected ${statusOf(rejected)}`,
    `unauthorized ${statusOf(wrongKey)}`,
    `leads ${leads}`,
    `statistics ${JSON.stringify(statistics)}`,
  ];
}

function statusOf(result: SafeResult<unknown, ServiceformError>): number | "ok" | undefined {
  return result.ok ? "ok" : result.error.status;
}

/** The result of `callMount` for `createFaultySandbox`, for every mount. */
export const expected: readonly string[] = [
  `operations ${operationIds.length}`,
  "spaces 4",
  "created Åkerblom & Söhne",
  "updated Acme",
  "missing 404",
  "rejected 422",
  "unauthorized 401",
  "leads 1000",
  'statistics {"totalChats":1000}',
];
