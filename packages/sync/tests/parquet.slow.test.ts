import { existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { mkdtempDisposable } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parquetTarget } from "@serviceform/sync/parquet";
import { expect, test } from "vitest";
import { createLake, readLake } from "./lake.js";

test("the folder of an account has a name that every system accepts", async () => {
  await using lake = await createLake({ account: 'a:b*c?d"e' });
  await lake.run([{ id: "a" }]);
  expect(readdirSync(join(lake.folder, "leads")).sort()).toEqual(["account=", "account=a%3Ab%2Ac%3Fd%22e"]);
  expect(await lake.query("select account from leads_changes")).toEqual([['a:b*c?d"e']]);
});

test("the list of row groups in a file without rows has the element type that Rust readers require", async () => {
  await using lake = await createLake();
  await lake.run([]);
  const sample = readFileSync(join(lake.folder, "leads/account=/run=0/part-0.parquet"));
  // Field 4 is a list of 0 structs (0x0c), before field 6, a text of 11 bytes.
  expect(sample.includes("\u0019\u000c(\u000bserviceform")).toBe(true);
});

test("DuckDB shows the records by the columns of the contract", async () => {
  await using lake = await createLake();
  await lake.run([{ id: "a", name: "J" }, { id: "b" }, { id: "c" }]);
  await lake.run([
    { id: "a", name: "Jane" },
    { id: "b", name: 5 },
  ]);

  expect(await lake.query("select id, name, duration from leads order by id")).toEqual([
    ["a", "Jane", null],
    ["b", null, null],
  ]);
  expect(await lake.query("select id, deleted_run from leads_all where deleted_run is not null")).toEqual([["c", "2"]]);
  expect(await lake.query("select count(*) from chats")).toEqual([["0"]]);
});

test("values of the wrong type are null in the views of DuckDB, and elements are rows", async () => {
  await using lake = await createLake();
  const created = "2024-08-30T05:48:46.000Z";
  await lake.run([
    { id: "a", name: 'J "J" Müller', created, duration: 7, mobile: true, history: [{ message: "hi" }, "odd"] },
    { id: "b", name: 5, created: "now", duration: "long", mobile: "yes", history: "none" },
  ]);
  expect(await lake.query("select name, epoch(created)::bigint, duration, mobile from leads order by id")).toEqual([
    ['J "J" Müller', String(Date.parse(created) / 1000), 7, true],
    [null, null, null, null],
  ]);
  expect(await lake.query("select lead_id, message from lead_messages")).toEqual([["a", "hi"]]);
});

test("DuckDB shows every change, and every version with the runs between which it held", async () => {
  await using lake = await createLake();
  const states = [
    [{ id: "a", name: "1" }, { id: "b" }],
    [{ id: "a", name: "2" }],
    [{ id: "a", name: "2" }, { id: "b" }],
  ];
  for (const state of states) await lake.run(state);
  expect(await lake.query("select id, name, from_run, to_run from leads_versions order by from_run, id")).toEqual([
    ["a", "1", "1", "2"],
    ["b", null, "1", "2"],
    ["a", "2", "2", null],
    ["b", null, "3", null],
  ]);
  const changes = await lake.query("select run || ' ' || op || ' ' || id from leads_changes order by run, id");
  expect(changes.flat()).toEqual(["1 insert a", "1 insert b", "2 update a", "2 delete b", "3 restore b"]);
});

test("a file that a killed process has not written is written by the next run", async () => {
  await using lake = await createLake();
  await lake.run([{ id: "a" }]);
  const whole = await readLake(lake.folder, "leads");
  rmSync(join(lake.folder, "leads/account=default/run=1"), { recursive: true });
  writeFileSync(join(lake.folder, "leads/.part-0.parquet.tmp"), "PAR1");

  await lake.run([{ id: "a" }]);
  expect(await readLake(lake.folder, "leads")).toEqual(whole);
});

test("files of runs that an older index does not know are replaced by those of the next run", async () => {
  await using lake = await createLake();
  await lake.run([{ id: "a" }]);
  const index = join(lake.folder, "_index.db");
  const backup = readFileSync(index);
  await lake.run([{ id: "a" }, { id: "b", name: "B" }]);
  writeFileSync(index, backup);
  await lake.run([{ id: "a" }, { id: "b", name: "B2" }]);
  const rows = await readLake(lake.folder, "leads");
  expect(rows.map(({ run, op, doc }) => `${run} ${op} ${doc}`)).toEqual([
    '1 insert {"id":"a"}',
    '2 insert {"id":"b","name":"B2"}',
  ]);
});

test("purge removes a person from every file", async () => {
  await using lake = await createLake();
  const [secret, other] = ["jane@example.com", "joe@example.com"];
  await lake.run([
    { id: "a", email: secret },
    { id: "b", email: other },
  ]);
  await lake.run([{ id: "b", email: other }]);
  expect(await lake.text()).toContain(secret);

  expect(await lake.purge({ email: "JANE@example.com" })).toEqual({ removed: 1 });
  expect(await lake.text()).not.toContain(secret);
  expect((await readLake(lake.folder, "leads")).map(({ id, op }) => `${op} ${id}`)).toEqual(["insert b"]);
});

test("a purge that was killed before it wrote the files is finished by the next run", async () => {
  await using lake = await createLake();
  await lake.run([{ id: "a", email: "jane@example.com" }]);
  lake.execute(
    "delete from _leads; delete from _index; insert into state (account, stream, state) values ('default', 'parquet', '\"stale\"')",
  );
  await lake.run([{ id: "b" }]);
  expect(await lake.text()).not.toContain("jane@example.com");
});

test("erasure takes the values of deleted records from every file", async () => {
  await using lake = await createLake({ eraseAfterDays: 0 });
  await lake.run([{ id: "a", email: "jane@example.com" }, { id: "b" }]);
  await lake.run([{ id: "b" }]);
  await lake.run([{ id: "b" }]);
  expect(await lake.text()).not.toContain("jane@example.com");
  expect(await lake.query("select id, deleted_run from leads_all order by id")).toEqual([
    ["a", "2"],
    ["b", null],
  ]);
});

test.skipIf(!existsSync("/proc/self"))("a folder that the system cannot have is an error", async () => {
  await using lake = await createLake({ target: parquetTarget("/proc/lake/leads") });
  await expect(lake.run([])).rejects.toThrow(/^ENOENT: .* mkdir '\/proc\/lake'$/);
});

test("missing parents of the folder are created", async () => {
  await using parent = await mkdtempDisposable(join(tmpdir(), "lake-"));
  const folder = join(parent.path, "a", "b");
  await using lake = await createLake({ target: parquetTarget(folder) });
  await lake.run([]);
  expect(readdirSync(folder)).toContain("views.sql");
});

test("a folder with other files is not changed", async () => {
  await using lake = await createLake();
  writeFileSync(join(lake.folder, "notes.txt"), "mine");
  await expect(lake.run([])).rejects.toThrow(`${lake.folder} is not a mirror`);
  expect(readdirSync(lake.folder)).toEqual(["notes.txt"]);
});
