import { beforeEach, expect, test } from "vitest";
import { call as callAs } from "../call.js";
import { query, startCluster } from "../cluster.js";

const cluster = await startCluster();
const { query: execute } = cluster;
await execute("create role mirror login; create role reader login");
beforeEach(() => execute("drop schema if exists serviceform cascade"));

async function call(user: string, ...argv: string[]) {
  const url = new URL(cluster.url);
  url.username = user;
  return callAs(argv, { env: { SERVICEFORM_SYNC_TO: url.href } });
}

const RUN = ["run", "--sandbox", "--streams", "leads"];
const DONE = { code: 0, stderr: "", stdout: expect.stringContaining("leads: done") };

test("times are read and stored whatever the settings of the role", async () => {
  await execute("create role unusual superuser login");
  await execute("alter role unusual set datestyle to 'German, DMY'; alter role unusual set timezone to 'Asia/Kolkata'");
  await execute("alter role unusual set standard_conforming_strings to off");
  expect(await call("unusual", ...RUN)).toEqual(DONE);
  expect((await call("unusual", "status")).stdout).toMatch(/^default leads: done, run 1, \d{4}-\d\d-\d\dT/);
  const created = "select count(created)::int as count from serviceform.leads";
  expect(await execute(created)).toEqual([{ count: 60 }]);
});

test("a database whose encoding lacks characters, or that is read-only, is rejected before a write", async () => {
  await execute("create database latin encoding 'LATIN1' locale 'C' template template0");
  await execute("create role replica superuser login; alter role replica set default_transaction_read_only to on");
  const latin = new URL(cluster.url);
  latin.pathname = "latin";
  expect(await callAs(RUN, { env: { SERVICEFORM_SYNC_TO: latin.href } })).toEqual({
    code: 2,
    stdout: "",
    stderr:
      "error: connectionString must lead to a database with the encoding UTF8, not LATIN1, which lacks characters\n",
  });
  expect(await call("replica", ...RUN)).toEqual({
    code: 1,
    stdout: "",
    stderr: "error: the session is read-only: the database is a replica, or the role only reads\n",
  });
  expect(await query(latin.href, "select from pg_namespace where nspname = 'serviceform'")).toEqual([]);
});

test("a run needs no right to create a schema that exists", async () => {
  await execute("create schema serviceform authorization mirror");
  expect(await call("mirror", ...RUN)).toEqual(DONE);
});

test("a run needs no right to create tables after the statements of schema print", async () => {
  const { stdout } = await call("mirror", "schema", "print", "--to", "postgres://leads");
  await execute(`${stdout}reset search_path;
grant usage on schema serviceform to mirror;
grant select, insert, update, delete on all tables in schema serviceform to mirror`);
  expect(await call("mirror", ...RUN)).toEqual(DONE);
});

test("a mirror is read by a role without the right to write or to create temporary tables", async () => {
  expect(await call("postgres", ...RUN)).toEqual(DONE);
  await execute(`grant usage on schema serviceform to reader;
grant select on all tables in schema serviceform to reader;
alter role reader set default_transaction_read_only to on`);
  expect(await call("reader", "status")).toEqual(DONE);
  for (const argv of [
    ["diff", "--since", "0"],
    ["asof", "now", "--stream", "leads"],
  ]) {
    expect(await call("reader", ...argv)).toEqual({ code: 0, stderr: "", stdout: expect.stringContaining("lead-1") });
  }
});

test("a mirror is written and purged in a database that publishes all tables, as for change data capture", async () => {
  await execute("create database published");
  const url = new URL(cluster.url);
  url.pathname = "published";
  await query(url.href, "create publication everything for all tables");
  const callPublished = (...argv: string[]) => callAs(argv, { env: { SERVICEFORM_SYNC_TO: url.href } });
  expect(await callPublished(...RUN)).toEqual(DONE);
  expect(await callPublished("purge", "--lead", "lead-1")).toMatchObject({ code: 0 });
});
