import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Client } from "@modelcontextprotocol/client";
import { createSandbox } from "@serviceform/sandbox";
import { createSync } from "@serviceform/sync";
import { sqliteTarget } from "@serviceform/sync/sqlite";
import { afterAll, beforeAll, expect, test } from "vitest";
import { callTool, createApi } from "./connect.js";
import { startOverStdio } from "./start-over-stdio.js";

const LEADS = 100_000;
const MAX_BYTES = 8000;
/** Generous: on a busy machine this takes minutes. */
const LIMIT_MS = 600_000;
let folder = "";

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "mcp-large-"));
  const client = createApi(createSandbox({ leadCount: LEADS }).fetch);
  const sync = createSync({ client, target: sqliteTarget(join(folder, "mirror.db")), streams: ["leads"] });
  const { streams } = await sync.run();
  expect(streams.leads).toMatchObject({ status: "done", inserted: LEADS });
  await sync.close();
}, LIMIT_MS);

afterAll(() => rm(folder, { recursive: true }));

/** What is exported goes to a folder that ends with the tests. */
function start(personal: string): Promise<Client> {
  const flags = ["--sandbox", "--mirror", join(folder, "mirror.db"), "--personal", personal];
  return startOverStdio(flags, { env: { TMPDIR: folder } });
}

test("an export of 100 000 leads responds with a link", { timeout: LIMIT_MS }, async () => {
  const client = await start("masked");
  const { text, parts } = await callTool(client, "export_records", { stream: "leads", format: "ndjson" });
  expect(text).toContain(`Exported ${LEADS} leads`);
  expect(sizeOf(parts)).toBeLessThan(1000);
  await client.close();
});

// Both take little time: a slow query would end by its own limit on a busy machine.
test.for(["select * from leads limit 100", "select group_concat(id) as ids, count(*) as leads from _leads"])(
  "a query of 100 000 leads responds within its size: %s",
  async (sql) => {
    const client = await start("full");
    const { isError, text, parts } = await callTool(client, "query", { sql });
    expect(isError, text).toBe(false);
    expect(sizeOf(parts)).toBeGreaterThan(1000);
    expect(sizeOf(parts)).toBeLessThanOrEqual(MAX_BYTES);
    await client.close();
  },
);

function sizeOf(parts: readonly string[]): number {
  return parts.reduce((sum, part) => sum + Buffer.byteLength(part), 0);
}
