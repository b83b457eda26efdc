import { fork } from "node:child_process";
import { once } from "node:events";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { createSandbox } from "@serviceform/sandbox";
import { createSync } from "@serviceform/sync";
import { sqliteTarget } from "@serviceform/sync/sqlite";
import { afterAll, beforeAll, expect, test } from "vitest";
import { openMirror } from "../src/query/open-mirror.js";
import { query } from "../src/query/query.js";
import type { QueryRequest } from "../src/query/query-request.js";
import { callTool, connect, createApi, type Response } from "./connect.js";
import { startOverStdio } from "./start-over-stdio.js";

type Shown = QueryRequest["settings"];

const MASKED: Shown = { personal: "masked", lockdown: false };
const NONE: Shown = { personal: "none", lockdown: false };
const FULL: Shown = { personal: "full", lockdown: false };
const LOCKED: Shown = { personal: "full", lockdown: true };

const JANE = "where id = 'lead-x'";
let folder = "";
let mirror = "";

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
});

afterAll(() => rm(folder, { recursive: true }));

/** The rows that the settings show, or the error. */
function ask(settings: Shown, sql: string): readonly object[] | string {
  const reply = query({ path: mirror, sql, settings });
  return "error" in reply ? reply.error : reply.rows;
}

/** The response of a server in a process of its own. */
async function askServer(sql: string, ...flags: readonly string[]): Promise<Response> {
  const client = await startOverStdio(["--sandbox", "--mirror", mirror, ...flags]);
  const response = await callTool(client, "query", { sql });
  await client.close();
  return response;
}

test("query masks values of another shape than in the contract", () => {
  const sql = "select pages from leads where id = 'lead-y'";
  const pages = JSON.stringify(["https://shop.example", "***"]);
  expect([ask(MASKED, sql), ask(NONE, sql)]).toEqual([[{ pages }], [{ pages: "[]" }]]);
});

test("an error that SQLite finds in a value does not show the value", () => {
  expect(ask(FULL, `select json_extract('{}', name) from leads ${JANE}`)).toBe("bad JSON path: …");
});

test("columns of the same name are rejected, since one of their values would be lost", () => {
  const reason = 'two columns have the name "id"; rename one of them with as';
  expect(ask(MASKED, "select l.id, m.id from leads l, lead_messages m")).toBe(reason);
});

test("an integer that a number would change is text", () => {
  const sql = "select pageviews, 2.5 as ratio, 3 as small from leads where id = 'lead-y'";
  expect(ask(MASKED, sql)).toEqual([{ pageviews: "1152921504606847000", ratio: 2.5, small: 3 }]);
});

test("query counts and groups the mirror", () => {
  expect(ask(MASKED, "select count(*) as leads from leads")).toEqual([{ leads: 62 }]);
  const groups = ask(MASKED, "select source, count(*) as leads from leads group by source order by 2 desc");
  expect(groups.length).toBeGreaterThan(1);
});

test("query masks personal data, and shows it when that is allowed", async () => {
  const sql = `select name, email, history from leads ${JANE}`;
  const { data } = await askServer(sql);
  expect(data.items).toEqual([
    { name: "J***", email: "j***@example.com", history: expect.not.stringContaining("I am") },
  ]);
  expect(ask(FULL, sql)).toMatchObject([{ name: "Jane Doe", email: "jane@example.com" }]);
  expect((await askServer(sql, "--personal", "full", "--lockdown")).data.items).toMatchObject([
    { name: "Jane Doe", history: null },
  ]);
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
])("query does not bypass masking: %s", (sql) => {
  const error = ask(MASKED, sql);
  expect(error).toEqual(expect.any(String));
  expect(error).not.toMatch(/jane@|mirror_/);
});

test("undocumented columns are null while personal data is masked", () => {
  expect(ask(MASKED, `select before, after from leads_changes ${JANE}`)).toEqual([{ before: null, after: null }]);
});

test("query finds the versions as of a run, with their values masked", () => {
  const asOf = "from_run <= 1 and (to_run is null or to_run > 1)";
  const rows = ask(MASKED, `select name, from_run, to_run from leads_versions ${JANE} and ${asOf}`);
  expect(rows).toEqual([{ name: "J***", from_run: 1, to_run: null }]);
});

test("messages are masked too", () => {
  const sql = "select message from lead_messages where lead_id = 'lead-x'";
  const shown = [MASKED, FULL, LOCKED].map((settings) => ask(settings, sql));
  expect(shown).toEqual([[{ message: "***" }], [{ message: "I am Jane" }], [{ message: null }]]);
});

test.for([
  "delete from _leads",
  "select 1; delete from _leads",
  "pragma writable_schema = on",
  "attach database '/tmp/x.db' as x",
  "",
])("anything but one SELECT is rejected: %s", async (sql) => {
  const { call } = await connect({ mirror });
  expect(await call("query", { sql })).toMatchObject({ isError: true, text: expect.stringContaining("sql must be") });
});

test.for(["with x as (select 1) delete from _leads", "select load_extension('x')", "select nope from leads"])(
  "a statement that SQLite rejects is an error: %s",
  (sql) => {
    for (const settings of [MASKED, FULL]) expect(ask(settings, sql)).toEqual(expect.any(String));
    expect(ask(FULL, "select count(*) as leads from leads")).toEqual([{ leads: 62 }]);
  },
);

test("an attached mirror is as read-only as an opened one", () => {
  for (const settings of [MASKED, FULL]) {
    const database = openMirror({ path: mirror, sql: "select 1", settings });
    const schemas = database.prepare("pragma database_list").all();
    const { name } = schemas.find(({ file }) => file !== "" && file !== null) ?? {};
    expect(() => database.exec(`delete from ${name}._leads`)).toThrow("attempt to write a readonly database");
    database.close();
  }
});

test("a semicolon within text or at the end does not start a second statement", async () => {
  expect((await askServer("select 'a;b' as text; -- done")).data.items).toEqual([{ text: "a;b" }]);
});

test("rows beyond the size of a response are left out, and its note states that", async () => {
  const numbers = "with recursive n(i) as (select 1 union all select i + 1 from n limit 5000) select i from n";
  const response = await askServer(numbers);
  expect(response.data).toMatchObject({ truncated: true });
  expect(response.text.length).toBeLessThanOrEqual(8000);
  expect(response.parts[0]).toContain("use limit and offset");
});

const ENDLESS = "with recursive n(i) as (select 1 union all select i + 1 from n) select count(*) from n";

test("a query that does not end is stopped after 5 seconds", async () => {
  const text = expect.stringContaining("it took longer than 5000 ms");
  expect(await askServer(ENDLESS)).toMatchObject({ isError: true, text });
});

test("a query that does not end is stopped too if the server was killed", async () => {
  const path = fileURLToPath(new URL("../dist/query/child.js", import.meta.url));
  const child = fork(path, { execArgv: [], stdio: ["ignore", "ignore", "ignore", "ipc"] });
  child.send({ path: mirror, sql: ENDLESS, settings: MASKED, timeoutMs: 0 }, () => child.disconnect());
  expect(await once(child, "exit")).toEqual([null, "SIGKILL"]);
});

test("a file that is no mirror is rejected", async () => {
  const path = join(folder, "other.db");
  await writeFile(path, "");
  const error = "the mirror must be a file that serviceform sync writes";
  for (const settings of [MASKED, FULL]) expect(query({ path, sql: "select 1", settings })).toEqual({ error });
});

test("a result of megabytes arrives, within the size of a response", async () => {
  const rows = "with recursive n(i) as (select 1 union all select i + 1 from n limit 1000)";
  const response = await askServer(`${rows} select printf('%.*c', 9000, 'x') as text from n`);
  expect(response.isError, response.text).toBe(false);
  expect(response.data).toMatchObject({ truncated: true });
  expect(Buffer.byteLength(response.text)).toBeLessThanOrEqual(8000);
});
