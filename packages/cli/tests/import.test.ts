import { appendFile, mkdir, readdir, readFile, rm, symlink, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { beforeEach, expect, onTestFinished, test } from "vitest";
import { createFolder } from "./create-folder.js";
import { parseLines, runCli } from "./run-cli.js";
import { type ServedSandbox, serveSandbox } from "./serve-sandbox.js";

let folder = "";
let server: ServedSandbox;
let space = "";

beforeEach(async () => {
  folder = await createFolder();
  server = await serveSandbox({ leadCount: 0 });
  onTestFinished(() => server[Symbol.asyncDispose]());
  space = String(server.sandbox.store.spaces[0]?.id);
});

async function write(content: string, name = "items.csv"): Promise<string> {
  const path = join(folder, name);
  await writeFile(path, content);
  return path;
}

function importFile(path: string, ...flags: string[]) {
  const required = ["--space", space, "--title", "Name", "--settle-delay", "0", "--retries", "0"];
  return runCli(["items", "import", path, ...required, ...flags], { env: server.env });
}

function titles(): readonly string[] {
  const items = [...server.sandbox.store.items].filter((item) => item.space_id === space);
  return items.map(({ primary_field }) => primary_field ?? "");
}

test("each row becomes an item, and the ledger has its result", async () => {
  const path = await write('\ufeffName;City\r\n"Acme; ""A"" ";Oulu\r\n"two\r\nlines";\r\n=SUM(A1);x');
  const { exitCode, stdout, stderr } = await importFile(path);
  expect(stderr).toContain("note: not imported: City");
  expect([exitCode, stderr.trimEnd().split("\n").at(-1)]).toEqual([0, "3 done, 0 failed, 0 open"]);
  expect(titles()).toEqual(expect.arrayContaining(['Acme; "A" ', "two\r\nlines", "=SUM(A1)"]));
  const [head, ...states] = parseLines(await readFile(`${path}.ledger`, "utf8"));
  expect(head).toMatchObject({
    space,
    column: "Name",
    before: expect.any(Array),
    file: expect.stringMatching(/^\w{64}$/),
  });
  expect(states.filter(({ row }) => row === 1)).toEqual([
    { row: 1, state: "sent" },
    { row: 1, state: "done", item: expect.any(String) },
  ]);
  expect(parseLines(stdout)).toHaveLength(3);
});

test("the same command creates nothing twice", async () => {
  const path = await write("Name\nAcme\nAcme\n");
  await importFile(path);
  const before = titles().length;
  expect((await importFile(path)).exitCode).toBe(0);
  expect(titles()).toHaveLength(before);
  expect(titles().filter((title) => title === "Acme")).toHaveLength(2);
});

test("a symbolic link to a file has the ledger of the file", async () => {
  const path = await write("Name\nAcme\n");
  const link = join(folder, "link.csv");
  await symlink("items.csv", link);
  expect((await importFile(link)).exitCode).toBe(0);
  expect((await importFile(path)).exitCode).toBe(0);
  expect(titles().filter((title) => title === "Acme")).toHaveLength(1);
  expect(await readdir(folder)).toEqual(["items.csv", "items.csv.ledger", "link.csv"]);
});

test("rows whose responses were lost become one item each", async () => {
  const rows = Array.from({ length: 20 }, (_, index) => `Customer ${index % 15}`);
  const path = await write(`Name\n${rows.join("\n")}\n`);
  const before = titles().length;
  server.sandbox.faults.add({ kind: "reset", operation: "createItem", times: 2, applied: true });
  server.sandbox.faults.add({ kind: "cut", operation: "createItem", times: 2 });
  expect((await importFile(path)).exitCode).toBe(0);
  expect(titles()).toHaveLength(before + 20);
  const imported = titles().filter((title) => rows.includes(title));
  expect(imported.sort()).toEqual([...rows].sort());
});

test("a rejected row is failed, the others are imported, and the command ends with 3", async () => {
  const path = await write("Name\nAcme\nBeta\n");
  server.sandbox.faults.add({ kind: "status", status: 422, operation: "createItem", times: 1 });
  const { exitCode, stdout } = await importFile(path, "--concurrency", "1");
  expect(exitCode).toBe(3);
  expect(parseLines(stdout).map(({ state }) => state)).toEqual(["failed", "done"]);
  const again = await importFile(path, "--json");
  expect(again.exitCode).toBe(3);
  expect(JSON.parse(again.stdout)).toMatchObject({
    rows: [{ state: "failed" }, { state: "done" }],
    error: { name: "IncompleteError" },
  });
});

test("an error that the next row would get too ends the import, whatever else is being sent", async () => {
  const rows = Array.from({ length: 40 }, (_, index) => `Customer ${index}`);
  const path = await write(`Name\n${rows.join("\n")}\n`);
  const before = titles().length;
  server.sandbox.faults.add({ kind: "status", status: 429, operation: "createItem", times: 1 });
  expect((await importFile(path)).exitCode).toBe(7);
  expect(titles().length - before).toBeLessThan(40);
  expect((await importFile(path)).exitCode).toBe(0);
  expect(titles()).toHaveLength(before + 40);
});

test("--dry-run creates nothing, and --match title skips existing items", async () => {
  const path = await write('\ufeff{"Name":"Acme"}\n{"Name":"Beta"}\n', "items.ndjson");
  const before = titles().length;
  expect((await importFile(path, "--dry-run")).stdout).toBe("2 items would be created, 0 rows skipped.\n");
  expect(titles()).toHaveLength(before);
  await importFile(await write("Name\nAcme\n"));
  await importFile(path, "--match", "title");
  expect(titles()).toHaveLength(before + 2);
});

test("--dry-run counts only the rows that the ledger has open, and prints JSON with --json", async () => {
  const path = await write("Name\nAcme\nBeta\nGamma\n");
  server.sandbox.faults.add({ kind: "status", status: 422, operation: "createItem", times: 1 });
  server.sandbox.faults.add({ kind: "status", status: 403, operation: "createItem", times: 1 });
  expect((await importFile(path, "--concurrency", "1")).exitCode).toBe(4);
  // A run that holds the lock does not matter.
  await writeFile(`${path}.ledger.lock`, String(process.ppid));
  const { exitCode, stdout } = await importFile(path, "--dry-run", "--json");
  expect([exitCode, stdout]).toEqual([0, '{"wouldCreate":2,"skipped":1}\n']);
  await rm(`${path}.ledger.lock`);
  await importFile(path);
  expect((await importFile(path, "--dry-run")).stdout).toBe("0 items would be created, 3 rows skipped.\n");
  const restart = await importFile(path, "--dry-run", "--restart");
  expect(restart.stdout).toBe("3 items would be created, 0 rows skipped.\n");
});

test.for([[], ["--json"]])(
  "rows with %j have no control characters and direction marks on a terminal",
  async (flags) => {
    const path = await write("Name\nAcme\n");
    const id = "\u009b1m\u202eitem";
    server.sandbox.store.items = [{ id, primary_field: "Acme", space_id: space }];
    const required = ["--space", space, "--title", "Name", "--match", "title", ...flags];
    const { stdout } = await runCli(["items", "import", path, ...required], { env: server.env, columns: 80 });
    expect(stdout).toContain('"item":"\\u009b1m\\u202eitem"');
    expect(stdout).not.toMatch(/[\u009b\u202e]/);
  },
);

test("a link in the place of a new ledger is replaced, and the file that it leads to is unchanged", async () => {
  const path = await write("Name\nAcme\n");
  const other = await write("of the user", "other");
  await symlink(other, `${path}.ledger`);
  expect((await importFile(path)).exitCode).toBe(0);
  expect(await readFile(other, "utf8")).toBe("of the user");
  expect(parseLines(await readFile(`${path}.ledger`, "utf8"))).toHaveLength(3);
});

test.for(['{"row":1,', "null"])("a ledger with the line %j is rejected, and the message names it", async (line) => {
  const path = await write("Name\nAcme\n");
  await importFile(path);
  await writeFile(`${path}.ledger`, `${await readFile(`${path}.ledger`, "utf8")}${line}\n`);
  for (const flags of [[], ["--dry-run"]]) {
    const { exitCode, stderr } = await importFile(path, ...flags);
    const message = `line 4 of ${path}.ledger is damaged; restore the ledger, or discard it with --restart --match title`;
    expect([exitCode, stderr]).toEqual([2, `error: ${message}\n`]);
  }
});

test("the next run drops a line of the ledger that was being written when the process ended", async () => {
  const path = await write("Name\nAcme\n");
  server.sandbox.faults.add({ kind: "status", status: 403, operation: "createItem", times: 1 });
  expect((await importFile(path)).exitCode).toBe(4);
  await appendFile(`${path}.ledger`, '{"row":1,"sta');
  const codes = [(await importFile(path)).exitCode, (await importFile(path)).exitCode];
  expect(codes).toEqual([0, 0]);
});

test("a ledger whose items the space does not have is named, since it may be of another account", async () => {
  const path = await write("Name\nAcme\nBeta\n");
  await importFile(path);
  const warning = "warning: the space has none of the 2 items of the ledger; if it is of another account";
  expect((await importFile(path)).stderr).not.toContain("warning");
  server.sandbox.reset();
  expect((await importFile(path)).stderr).toContain(warning);
});

test("a changed file is rejected with the two ways to continue, and --restart discards the ledger", async () => {
  const path = await write("Name\nAcme\n");
  await importFile(path);
  await write("Name\nBeta\n");
  const { exitCode, stderr } = await importFile(path);
  expect(exitCode).toBe(2);
  expect(stderr).toContain("restore it and run the command again, or discard the ledger with --restart");
  expect((await importFile(path, "--restart")).exitCode).toBe(0);
});

test("a second process on the same ledger exits with 75 and does not change the ledger", async () => {
  const path = await write("Name\nAcme\n");
  await writeFile(`${path}.ledger.lock`, String(process.ppid));
  await writeFile(`${path}.ledger`, "of the first");
  for (const flags of [[], ["--restart"]]) expect((await importFile(path, ...flags)).exitCode).toBe(75);
  expect(await readFile(`${path}.ledger`, "utf8")).toBe("of the first");
  // The space is read later, when it has what the first process created.
  expect(server.sandbox.requests).toEqual([]);
});

test("a ledger that cannot be read ends the import before anything is sent again", async () => {
  const path = await write("Name\nAcme\n");
  await mkdir(`${path}.ledger`);
  const { exitCode, stderr } = await importFile(path);
  expect(exitCode).toBe(1);
  expect(stderr).toContain("EISDIR: illegal operation on a directory, read");
  expect(titles()).not.toContain("Acme");
});

test.for([
  ["items.csv", "Nme\nAcme\n", 'unknown column "Name"; expected Nme'],
  ["items.csv", "City, Name\nOulu,Acme\n", 'unknown column "Name"; expected City, " Name"'],
  ["items.csv", "", "FILE must have rows; it is empty"],
  ["items.csv", "Name,City\nAcme,Oulu\nBeta\n", "row 2 (line 3) must have as many cells as the header, 2; it has 1"],
  ["items.csv", 'Name\nAcme\n"Beta\nGamma\n', "line 3: a quote is not closed"],
  ["items.csv", "Name,City\nAcme,Oulu\n,Espoo\n", 'row 2: column "Name" must not be empty'],
  ["items.csv", "Name,City,Name\nAcme,Oulu,Beta\n", 'column "Name" occurs twice; rename one of them'],
  ["items.ndjson", '{"Name":"Acme"}\n{"Name":12345678901234567890}', 'row 2: column "Name" must be text'],
  ["items.ndjson", '{"Name":1e999}', 'row 1: column "Name" must be text'],
  ["items.ndjson", '{"Name":true}', 'row 1: column "Name" must be text'],
  ["items.ndjson", '{"Name":["Acme"]}', 'row 1: column "Name" must be text'],
  ["items.ndjson", '{"Name":null}', 'row 1: column "Name" must not be empty'],
] as const)("%s with %j is rejected before anything is sent", async ([name, content, message]) => {
  const { exitCode, stderr } = await importFile(await write(content, name));
  expect([exitCode, stderr]).toEqual([2, `error: ${message}\n`]);
  expect(server.sandbox.requests).toEqual([]);
});

test("the first line sep=; names the separator, as in files for Excel", async () => {
  expect((await importFile(await write("\ufeffsep=;\r\nCity, town;Name\r\nOulu;Acme\r\n"))).exitCode).toBe(0);
  expect(titles()).toContain("Acme");
});

test("a number in NDJSON becomes a title", async () => {
  expect((await importFile(await write('{"Name":4711}\n{"Name":1.5}\n', "items.ndjson"))).exitCode).toBe(0);
  expect(titles()).toEqual(expect.arrayContaining(["4711", "1.5"]));
});

test.for([
  ["items.csv", "Name\nM\u00fcller\n", "be UTF-8"],
  ["items.ndjson", '{"Name":"M\u00fcller"}\n', "be UTF-8"],
  // The line breaks of old Macs.
  ["items.csv", "Name\rA\rB\r", "have LF or CR LF as line breaks"],
] as const)("%s with %j in Latin-1 is rejected before anything is sent", async ([name, content, rule]) => {
  const path = join(folder, name);
  await writeFile(path, content, "latin1");
  const { exitCode, stderr } = await importFile(path);
  expect([exitCode, stderr]).toEqual([2, `error: ${path} must ${rule}; in Excel save as CSV UTF-8\n`]);
  expect(server.sandbox.requests).toEqual([]);
});
