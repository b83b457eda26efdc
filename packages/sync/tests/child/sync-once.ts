// Runs a mirror once, in a process that a test can kill: node sync-once.ts TARGET URL
import { createClient } from "@serviceform/client";
import { createSync } from "@serviceform/sync";
import { postgresTarget } from "@serviceform/sync/postgres";
import { sqliteTarget } from "@serviceform/sync/sqlite";

const [to = "", baseUrl = ""] = process.argv.slice(2);
const target = to.startsWith("postgres:") ? postgresTarget(to) : sqliteTarget(to);
const client = createClient({ apiKey: "sf_key", baseUrl, retries: 0 });
const sync = createSync({ client, target, streams: ["leads"] });
await sync.run({ onEvent: ({ type }) => process.stdout.write(`${type}\n`) });
await sync.close();
