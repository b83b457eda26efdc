import { once } from "node:events";
import { lstat, mkdir, readdir, readFile, rm, stat, symlink, writeFile } from "node:fs/promises";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { join } from "node:path";
import { gunzipSync } from "node:zlib";
import { beforeEach, expect, onTestFinished, test } from "vitest";
import { createFolder } from "./create-folder.js";
import { type CliResult, runCli } from "./run-cli.js";
import { type ServedSandbox, serveSandbox } from "./serve-sandbox.js";

let folder = "";
let file = "";
let server: ServedSandbox;

beforeEach(async () => {
  folder = await createFolder();
  file = join(folder, "leads.csv");
  server = await serveSandbox({ leadCount: 4 });
  onTestFinished(() => server[Symbol.asyncDispose]());
});

function exportLeads(...flags: string[]) {
  return runCli(["leads", "export", file, "--retries", "0", ...flags], { env: server.env });
}

test("a second export to the same file exits with 75, names the lock and changes no file", async () => {
  await writeFile(`${file}.part.lock`, String(process.ppid));
  await writeFile(`${file}.part`, "of the first");
  for (const flags of [[], ["--resume"]]) {
    const { exitCode, stderr } = await exportLeads(...flags);
    expect([exitCode, stderr]).toEqual([
      75,
      expect.stringContaining(`process ${process.ppid} holds ${file}.part.lock`),
    ]);
  }
  expect(await readFile(`${file}.part`, "utf8")).toBe("of the first");
  expect(await readdir(folder)).toEqual(["leads.csv.part", "leads.csv.part.lock"]);
  expect(server.sandbox.requests).toEqual([]);
});

test("a link in the place of a part is replaced, and the file that it leads to is unchanged", async () => {
  const other = join(folder, "other");
  await writeFile(other, "of the user\n");
  await symlink(other, `${file}.part`);
  expect(await exportLeads("--resume")).toMatchObject({
    exitCode: 2,
    stderr: `error: ${file}.part must be a file; leave --resume out to start again\n`,
  });
  expect((await exportLeads()).exitCode).toBe(0);
  expect(await readFile(other, "utf8")).toBe("of the user\n");
  expect((await lstat(file)).isFile()).toBe(true);
});

/** The environment of a command that gets this body from a server of its own. */
async function serveBody(createBody: () => string | Promise<string>) {
  const own = createServer(async (_, response) => {
    response.setHeader("content-type", "application/json").end(await createBody());
  });
  await once(own.listen(0, "127.0.0.1"), "listening");
  onTestFinished(() => void own.close());
  // The address of a server that listens on a port.
  const { port } = own.address() as AddressInfo;
  return { ...server.env, SERVICEFORM_BASE_URL: `http://127.0.0.1:${port}` };
}

test("an export has the lock from before its request until it ends", async () => {
  let second: CliResult | undefined;
  const env = await serveBody(async () => {
    second = await exportLeads();
    return '[{"id":"lead-of-the-first"}]';
  });
  const first = await runCli(["leads", "export", file, "--fields", "id"], { env });
  expect([first.exitCode, second?.exitCode]).toEqual([0, 75]);
  expect(await readFile(file, "utf8")).toBe("id\r\nlead-of-the-first\r\n");
  expect(await readdir(folder)).toEqual(["leads.csv"]);
});

test("a complete part that cannot get its name is kept, and the message says that it is complete", async () => {
  const env = await serveBody(async () => {
    await mkdir(file);
    return '[{"id":"lead-1"}]';
  });
  const { exitCode, stderr } = await runCli(["leads", "export", file, "--fields", "id"], { env });
  const advice = `close the program that has it open, and rename ${file}.part, which is complete`;
  expect([exitCode, stderr]).toEqual([1, `error: ${file} cannot be replaced (EISDIR); ${advice}\n`]);
  expect(await readFile(`${file}.part`, "utf8")).toBe("id\r\nlead-1\r\n");
});

test("an export removes its lock if it fails or is interrupted", async () => {
  server.sandbox.faults.add({ kind: "status", status: 500, times: 1 });
  expect((await exportLeads()).exitCode).toBe(1);
  expect(await readdir(folder)).not.toContain("leads.csv.part.lock");

  const argv = ["leads", "export", file];
  const { exitCode } = await runCli(argv, { env: server.env, signal: AbortSignal.abort() });
  expect(exitCode).toBe(130);
  expect(await readdir(folder)).not.toContain("leads.csv.part.lock");
});

test("an export that breaks off leaves a part, and --resume completes it without duplicates", async () => {
  await writeFile(file, "old");
  // The first lead is longer than a chunk.
  const env = await serveBody(() => `[{"id":"lead-1","name":"${"x".repeat(100_000)}"},{"id":`);
  const failed = await runCli(["leads", "export", file], { env });
  expect(failed.exitCode).toBe(1);
  expect(failed.stderr).toContain(`to continue: serviceform leads export ${file} --resume`);
  expect(await readFile(`${file}.part`, "utf8")).toContain("\r\nlead-1,");
  expect(await readFile(file, "utf8")).toBe("old");

  expect((await exportLeads()).exitCode).toBe(0);
  const whole = await readFile(file);
  // The end is in the middle of the third record.
  const [, third = ""] = /^(?:.*\r\n){3}(.{9})/.exec(whole.toString()) ?? [];
  await writeFile(`${file}.part`, whole.subarray(0, whole.indexOf(third) + 9));
  expect((await exportLeads("--resume")).exitCode).toBe(0);
  expect(await readFile(file, "utf8")).toBe(whole.toString());
});

test.for(["leads.csv", "leads.ndjson", "leads.csv.gz", "leads.ndjson.gz"])(
  "a part of a few records is left too, and --resume completes it: %s",
  async (name) => {
    const path = join(folder, name);
    const env = await serveBody(() => '[{"id":"lead-1"},{"id":"lead-2"},{"id":');
    const failed = await runCli(["leads", "export", path, "--retries", "0"], { env });
    expect([failed.exitCode, failed.stderr]).toEqual([
      1,
      expect.stringContaining(`export ${path} --retries 0 --resume`),
    ]);

    const { exitCode, stderr } = await runCli(["leads", "export", path, "--resume"], { env: server.env });
    expect([exitCode, stderr]).toEqual([0, expect.stringContaining(" (2 added)\n")]);
    const content = await readFile(path);
    const text = (name.endsWith(".gz") ? gunzipSync(content) : content).toString();
    expect(text.match(/lead-2\b/g)?.length).toBeGreaterThan(0);
    expect(text.split("\n").filter((line) => /^(?:lead-|\{"id":"lead-)[12]\b/.test(line))).toHaveLength(2);
  },
);

test("an export without a record keeps the part of an earlier one", async () => {
  await writeFile(`${file}.part`, "earlier");
  const env = await serveBody(() => "[");
  expect((await runCli(["leads", "export", file, "--retries", "0"], { env })).exitCode).toBe(1);
  expect(await readFile(`${file}.part`, "utf8")).toBe("earlier");
});

// Windows has no file modes, and creates symbolic links only for administrators.
test.skipIf(process.platform === "win32")(
  "a file keeps its mode when it is replaced, and its part has it too",
  async () => {
    await writeFile(file, "earlier", { mode: 0o600 });
    const env = await serveBody(() => `[{"id":"lead-1","name":"${"x".repeat(100_000)}"},{"id":`);
    await runCli(["leads", "export", file], { env });
    expect((await stat(`${file}.part`)).mode & 0o777).toBe(0o600);

    await rm(`${file}.part`);
    expect((await exportLeads()).exitCode).toBe(0);
    expect((await stat(file)).mode & 0o777).toBe(0o600);
  },
);

test.skipIf(process.platform === "win32")(
  "an export to a symbolic link replaces the file that it leads to",
  async () => {
    const link = join(folder, "link.csv");
    await writeFile(file, "earlier");
    await symlink(file, link);
    expect((await runCli(["leads", "export", link, "--fields", "id"], { env: server.env })).exitCode).toBe(0);
    expect((await lstat(link)).isSymbolicLink()).toBe(true);
    expect(await readFile(file, "utf8")).toMatch(/^id\r\nlead-1\r\n/);
  },
);

test("a folder with the name of the file is rejected before the download", async () => {
  await mkdir(file);
  const { exitCode, stderr } = await exportLeads();
  expect([exitCode, stderr]).toEqual([2, `error: ${file} must be a file; it is a folder\n`]);
  expect(server.sandbox.requests).toEqual([]);
});

test("--resume of NDJSON drops a truncated line", async () => {
  file = join(folder, "leads.ndjson");
  await exportLeads();
  const whole = await readFile(file, "utf8");
  await writeFile(`${file}.part`, whole.slice(0, whole.indexOf("\n") + 9));
  expect((await exportLeads("--resume")).exitCode).toBe(0);
  expect(await readFile(file, "utf8")).toBe(whole);
});

test("an export that fails before the first record keeps an earlier part, and names it only with --resume", async () => {
  await exportLeads();
  const whole = await readFile(file, "utf8");
  await writeFile(`${file}.part`, whole);
  server.sandbox.faults.add({ kind: "status", status: 403, times: 2 });
  const failed = await exportLeads();
  expect([failed.exitCode, failed.stderr]).toEqual([4, expect.not.stringContaining("leads.csv.part")]);
  expect(await readFile(`${file}.part`, "utf8")).toBe(whole);
  const resumed = await exportLeads("--resume");
  expect([resumed.exitCode, resumed.stderr]).toEqual([4, expect.stringContaining(`${file}.part has the records`)]);
});

test("a list without elements is an empty file, or a compressed one", async () => {
  server.sandbox.store.leads.length = 0;
  for (const name of ["leads.ndjson", "leads.ndjson.gz"]) {
    file = join(folder, name);
    expect((await exportLeads()).exitCode).toBe(0);
    const content = await readFile(file);
    expect((name.endsWith(".gz") ? gunzipSync(content) : content).toString()).toBe("");
  }
});

test.for([
  ["leads.ndjson", '{"id":"lead-1"}\n{"id":\n', "line 2 must be a JSON object"],
  ["leads.ndjson", "null\n", "line 1 must be a JSON object"],
  ["leads.ndjson", '{"id":"lead-1"}\n{"name":"x"}\n', "line 2 must have id"],
  ["leads.csv", 'id,name\r\n"lead-1"x,\r\n', "line 2: text follows a quoted cell"],
  ["leads.csv", "id,name\r\n,Jane\r\n", "line 2 must have id"],
] as const)("--resume of %s with the part %j names the part and the way on", async ([name, content, reason]) => {
  file = join(folder, name);
  await writeFile(`${file}.part`, content);
  const { exitCode, stderr } = await exportLeads("--resume", "--fields", "id,name");
  const message = `${file}.part is damaged (${reason}); leave --resume out to start again`;
  expect([exitCode, stderr]).toEqual([2, `error: ${message}\n`]);
  expect(server.sandbox.requests).toEqual([]);
});
