import { createClient } from "@serviceform/client";
import { createSync } from "@serviceform/sync";
import { postgresTarget } from "@serviceform/sync/postgres";

// One process that syncs the accounts one after the other: node sync-in-turn.mjs DATABASE BASE_URL COUNT
const [database = "", baseUrl = "", count = ""] = process.argv.slice(2);
const target = postgresTarget(database);
for (let account = 1; account <= Number(count); account += 1) {
  const client = createClient({ apiKey: `key-${account}`, baseUrl });
  await createSync({ client, target, account: `account-${account}` }).run();
}
await target.close();
