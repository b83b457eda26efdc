import { fork } from "node:child_process";
import { once } from "node:events";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import type { Client } from "@modelcontextprotocol/client";
import { createSandbox } from "@serviceform/sandbox";
import { createSync } from "@serviceform/sync";
import { sqliteTarget } from "@serviceform/sync/sqlite";
import { afterAll, beforeAll, expect, test } from "vitest";
import { openMirror } from "../src/query/open-mirror.js";
import { callTool, createApi, itemsOf, type Response } from "./connect.js";
import { startOverStdio } from "./start-over-stdio.js";

const clients: Client[] = [];
let folder = "";
let mirror = "";
let masked: Client;
let full: Client;
let locked: Client;
let none: Client;

async function start(path: string, ...flags: readonly string[]): Promise<Client> {
  const client = await startOverStdio(["--sandbox", "--mirror", path, ...flags]);
  clients.push(client);
  return client;
}

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "mcp-query-"));
  mirror = join(folder, "mirror.db");
  const sandbox = createSandbox();
  const jane = {
    id: "lead-x",
    name: "Jane Doe",
    email: "jane@example.com",
    history: [{ id: "m1", message: "I am Jane" }],
  };
  sandbox.store.leads.push(jane);
  // The sandbox rejects records of another shape than in the contract.
  const odd = { id: "lead-y", pageviews: 2 ** 60, pages: ["https://shop.example/?email=jane@example.com", "Jane"] };
  const fetch: typeof globalThis.fetch = async (input, init) => {
    const response = await sandbox.fetch(input, init);
    if (!String(input).endsWith("/leads")) return response;
    return Response.json([odd, ...JSON.parse(await response.text())], response);
  };
  const sync = createSync({ client: createApi(fetch), target: sqliteTarget(mirror) });
  await sync.run();
  await sync.close();
  [masked, full, locked, none] = await Promise.all([
    start(mirror),
    start(mirror, "--personal", "full"),
    start(mirror, "--personal", "full", "--lockdown"),
    start(mirror, "--personal", "none"),
  ]);
});

afterAll(async () => {
  await Promise.all(clients.map((client) => client.close()));
  await rm(folder, { recursive: true });
});

function query(client: Client, sql: string): Promise<Response> {
  return callTool(client, "query", { sql });
}

test("query masks values of another shape than in the contract", async () => {
  const sql = "select pages from leads where id = 'lead-y'";
  const pages = JSON.stringify(["https://shop.example", "***"]);
  expect(itemsOf(await query(masked, sql))).toEqual([{ pages }]);
  expect(itemsOf(await query(none, sql))).toEqual([{ pages: "[]" }]);
});

test("an error that SQLite finds in a value does not show the value", async () => {
  const { isError, text } = await query(full, "select json_extract('{}', name) from leads where id = 'lead-x'");
  expect(isError).toBe(true);
  expect(text).toContain("bad JSON path");
  expect(text).not.toContain("Jane");
});

test("columns of the same name are rejected, since one of their values would be lost", async () => {
  const { isError, text } = await query(masked, "select l.id, m.id from leads l, lead_messages m");
  expect(isError).toBe(true);
  expect(text).toContain('(two columns have the name "id"; rename one of them with as)');
});

const JANE = "where id = 'lead-x'";

test("an integer that a number would change is text", async () => {
  const sql = "select pageviews, 2.5 as ratio, 3 as small from leads where id = 'lead-y'";
  expect(itemsOf(await query(masked, sql))).toEqual([{ pageviews: "1152921504606847000", ratio: 2.5, small: 3 }]);
});

test("query counts and groups the mirror", async () => {
  expect(itemsOf(await query(masked, "select count(*) as leads from leads"))).toEqual([{ leads: 62 }]);
  const groups = itemsOf(
    await query(masked, "select source, count(*) as leads from leads group by source order by 2 desc"),
  );
  expect(groups.length).toBeGreaterThan(1);
});

test("query masks personal data, and shows it when that is allowed", async () => {
  const sql = `select name, email, history from leads ${JANE}`;
  const [shown] = itemsOf(await query(masked, sql));
  expect(shown).toMatchObject({ name: "J***", email: "j***@example.com" });
  expect(JSON.stringify(shown)).not.toContain("I am Jane");
  expect(itemsOf(await query(full, sql))[0]).toMatchObject({ name: "Jane Doe", email: "jane@example.com" });
  const [withoutText] = itemsOf(await query(locked, sql));
  expect(withoutText).toMatchObject({ name: "Jane Doe", history: null });
});

test.for([
  `select email from main.leads ${JANE}`,
  `select doc from _leads ${JANE}`,
  `select upper(email) from (select email from main.leads ${JANE})`,
  `with x as (select email from main.leads ${JANE}) select * from x`,
  `with leads as (select doc from _leads ${JANE}) select * from leads`,
  "with leads as (select sql from sqlite_temp_master) select * from leads",
  `select doc from "_LEADS" ${JANE}`,
  `select doc from '_leads' ${JANE}`,
  `select doc from [_leads] ${JANE}`,
  "select * from _leads_history",
  "select * from _index",
  "select * from account",
  "with x as (select 1) delete from _leads",
  "select * from sqlite_schema",
  "select * from temp.sqlite_schema",
  "select * from pragma_table_list",
])("query does not bypass masking: %s", async (sql) => {
  const { isError, text } = await query(masked, sql);
  expect(isError, text).toBe(true);
  expect(text).toContain("Invalid input: sql must be one SELECT that the mirror can run");
  expect(text).not.toMatch(/jane@|reader_/);
});

test("undocumented columns are null while personal data is masked", async () => {
  const { text } = await query(masked, "select before, after from leads_changes where id = 'lead-x'");
  expect(text).not.toContain("jane@example.com");
});

test("query finds the versions as of a run, with their values masked", async () => {
  const asOf = "from_run <= 1 and (to_run is null or to_run > 1)";
  const response = await query(masked, `select name, from_run, to_run from leads_versions ${JANE} and ${asOf}`);
  expect(itemsOf(response)).toEqual([{ name: "J***", from_run: 1, to_run: null }]);
});

test("messages are masked too", async () => {
  const sql = "select message from lead_messages where lead_id = 'lead-x'";
  expect(itemsOf(await query(masked, sql))).toEqual([{ message: "***" }]);
  expect(itemsOf(await query(full, sql))).toEqual([{ message: "I am Jane" }]);
  expect(itemsOf(await query(locked, sql))).toEqual([{ message: null }]);
});

test.for([
  "delete from _leads",
  "with x as (select 1) delete from _leads",
  "select 1; delete from _leads",
  "pragma writable_schema = on",
  "attach database '/tmp/x.db' as x",
  "select load_extension('x')",
  "select nope from leads",
  "",
])("anything but one SELECT is rejected: %s", async (sql) => {
  for (const client of [masked, full]) expect((await query(client, sql)).isError).toBe(true);
  expect(itemsOf(await query(full, "select count(*) as leads from leads"))).toEqual([{ leads: 62 }]);
});

test("an attached mirror is as read-only as an opened one", () => {
  for (const settings of [
    { personal: "masked", lockdown: false } as const,
    { personal: "full", lockdown: false } as const,
  ]) {
    const database = openMirror({ path: mirror, sql: "select 1", settings });
    const schemas = database.prepare("pragma database_list").all();
    const { name } = schemas.find(({ file }) => file !== "" && file !== null) ?? {};
    expect(() => database.exec(`delete from ${name}._leads`)).toThrow("attempt to write a readonly database");
    database.close();
  }
});

test("a semicolon within text or at the end does not start a second statement", async () => {
  expect(itemsOf(await query(masked, "select 'a;b' as text; -- done"))).toEqual([{ text: "a;b" }]);
});

test("rows beyond the size of a response are left out, and its note states that", async () => {
  const numbers = "with recursive n(i) as (select 1 union all select i + 1 from n limit 5000) select i from n";
  const response = await query(masked, numbers);
  expect(response.data).toMatchObject({ truncated: true });
  expect(response.text.length).toBeLessThanOrEqual(8000);
  expect(response.parts[0]).toContain("use limit and offset");
});

const ENDLESS = "with recursive n(i) as (select 1 union all select i + 1 from n) select count(*) from n";

test("a query that does not end is stopped after 5 seconds", async () => {
  const { isError, text } = await query(masked, ENDLESS);
  expect(isError).toBe(true);
  expect(text).toContain("it took longer than 5000 ms");
});

test("a query that does not end is stopped too if the server was killed", async () => {
  const path = fileURLToPath(new URL("../dist/query/child.js", import.meta.url));
  const child = fork(path, { execArgv: [], stdio: ["ignore", "ignore", "ignore", "ipc"] });
  child.send({ path: mirror, sql: ENDLESS, settings: { personal: "masked", lockdown: false } }, () =>
    child.disconnect(),
  );
  expect(await once(child, "exit")).toEqual([null, "SIGKILL"]);
});

test("a file that is no mirror is rejected and not changed", async () => {
  const path = join(folder, "other.db");
  await writeFile(path, "");
  expect((await query(await start(path), "select 1")).text).toContain(
    "the mirror must be a file that serviceform sync writes",
  );
});

test("a result of megabytes arrives whole", async () => {
  const rows = "with recursive n(i) as (select 1 union all select i + 1 from n limit 1000)";
  const response = await query(full, `${rows} select printf('%.*c', 9000, 'x') as text from n`);
  expect(response.isError, response.text).toBe(false);
  expect(response.data).toMatchObject({ truncated: true });
});
