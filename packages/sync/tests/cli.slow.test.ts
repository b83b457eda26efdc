import { chmod, readdir } from "node:fs/promises";
import { dirname } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { expect, onTestFinished, test, vi } from "vitest";
import { type Called, call, readLines } from "./call.js";
import { createMirror } from "./mirror.js";
import { serve, serveSandbox } from "./serve.js";

const env = { SERVICEFORM_API_KEY: "sf_key" };

const INTERRUPTED = "error: interrupted; the batches so far are committed, and the same command continues\n";

test("run prints a line a stream, and the other commands read the mirror", async () => {
  await using mirror = await createMirror();
  const { to } = mirror;
  await using server = await serveSandbox();
  const api = ["--base-url", server.url];
  const io = { env: { SERVICEFORM_API_KEY: "sf_sandbox_key" } };
  const first = await call(["run", ...api, ...to], io);
  expect(first).toMatchObject({ code: 0, stderr: "" });
  expect(first.stdout).toMatch(/^leads: done, 60 seen, 60 inserted, 0 updated, 0 deleted, 0 restored\nchats: done, /);
  expect((await call(["status", ...to, "--streams", "leads"])).stdout).toMatch(/^default leads: done, run 1, 20/);
  expect(JSON.parse((await call(["status", ...to, "--json"])).stdout)).toHaveLength(4);
  expect(JSON.parse((await call(["run", ...api, ...to, "--json", "--quiet"], io)).stdout)).toMatchObject({
    streams: { leads: { run: 5, status: "done", inserted: 0 } },
  });
  expect((await call(["diff", "--since", "0", "--streams", "leads", ...to])).stdout.match(/\n/g)).toHaveLength(60);
  expect((await call(["diff", "--since", "4", ...to])).stdout).toBe("");
  const [line = ""] = (await call(["asof", "1", "--stream", "leads", ...to])).stdout.split("\n");
  expect(JSON.parse(line)).toMatchObject({ id: expect.any(String), doc: { id: expect.any(String) } });
  expect((await call(["asof", "2000-01-01", "--stream", "leads", ...to])).stdout).toBe("");
  expect((await call(["verify", ...api, ...to], io)).code).toBe(0);
  mirror.execute(
    "update _leads set deleted_run = 1 where id = 'lead-1'; update _index set deleted_run = 1 where id = 'lead-1'",
  );
  expect(await call(["verify", ...api, ...to], io)).toMatchObject({
    code: 3,
    stdout: expect.stringContaining("leads: 1 missing, 0 extra, 0 different"),
  });
});

test("commands of the same day have the same sandbox", async () => {
  vi.useFakeTimers({ toFake: ["Date"], now: new Date("2026-03-01T00:00:01Z") });
  onTestFinished(() => void vi.useRealTimers());
  await using mirror = await createMirror();
  const flags = ["--sandbox", ...mirror.to];
  expect((await call(["run", ...flags])).stdout).toContain("leads: done, 60 seen, 60 inserted, 0 updated");
  vi.setSystemTime(new Date("2026-03-01T23:59:00Z"));
  expect(await call(["verify", ...flags])).toMatchObject({ code: 0 });
  const second = await call(["run", "--full", ...flags]);
  expect(second.stdout.match(/, 0 inserted, 0 updated, 0 deleted, 0 restored\n/g)).toHaveLength(4);
});

test("with --json, events are lines of JSON on stderr", async () => {
  await using mirror = await createMirror();
  const { stderr } = await call(["run", "--sandbox", ...mirror.to, "--json", "--streams", "leads"]);
  const events = readLines(stderr);
  expect(events.map(({ type }) => type)).toEqual(["started", "progress", "ended"]);
  expect(events[2]).toMatchObject({ stream: "leads", report: { status: "done", inserted: 60 } });
});

test("SERVICEFORM_SYNC_TO sets --to, and the profile sets --account", async () => {
  await using mirror = await createMirror();
  // A file of variables can have the line breaks of Windows.
  const env = { SERVICEFORM_SYNC_TO: `sqlite:${mirror.path}\r` };
  expect((await call(["run", "--sandbox", "--profile", "acme", "--streams", "leads"], { env })).code).toBe(0);
  expect(mirror.query("select distinct account from _leads")).toEqual([{ account: "acme" }]);
  await call(["run", "--sandbox", "--streams", "leads"], { env });

  const ofAcme = (...argv: string[]) =>
    call([...argv, "--profile", "acme", "--timeout", "5", "--retries", "1"], { env });
  expect((await ofAcme("status")).stdout).toMatch(/^acme leads: done, run 1, \S+\n$/);
  expect((await ofAcme("diff", "--since", "0")).stdout.match(/\n/g)).toHaveLength(60);
  expect((await ofAcme("asof", "1", "--stream", "leads")).stdout.match(/\n/g)).toHaveLength(60);
  expect((await ofAcme("purge", "--lead", "lead-1")).stdout).toMatch(/^\d+ records? removed\n$/);
  expect(mirror.query("select account from _leads where id = 'lead-1'")).toEqual([{ account: "default" }]);
  expect((await ofAcme("schema", "print", "--to", "sqlite:x")).code).toBe(0);
});

test("purge removes a person and warns of records that return", async () => {
  await using mirror = await createMirror();
  await call(["run", "--sandbox", "--streams", "leads", ...mirror.to]);
  const { code, stdout, stderr } = await call(["purge", "--lead", "lead-1", ...mirror.to]);
  expect(code).toBe(0);
  expect(stdout).toMatch(/^\d+ records? removed\n$/);
  expect(stderr).toBe("the next run adds the records again that the API still has\n");
  expect(mirror.query("select * from _leads where id = 'lead-1'")).toEqual([]);
});

test("the exit code is that of the worst stream", async () => {
  await using mirror = await createMirror();
  const callAgainst = async (status: number, body: string, ...flags: string[]): Promise<Called> => {
    const headers = { "content-type": "application/json" };
    await using server = await serve((_, response) => response.writeHead(status, headers).end(body));
    return await call(["run", ...mirror.to, "--base-url", server.url, "--retries", "0", ...flags], { env });
  };
  expect(await callAgainst(401, "{}")).toMatchObject({
    code: 4,
    stdout: "leads: failed, 0 seen, 0 inserted, 0 updated, 0 deleted, 0 restored\n",
  });
  expect(await callAgainst(500, "{}", "--streams", "leads")).toMatchObject({
    code: 1,
    stderr: expect.stringMatching(/^error: leads: API responded with 500/),
  });
  expect((await call(["status", ...mirror.to])).stdout).toMatch(
    /^default leads: failed, run \d+, 20\S+: API responded with 500/,
  );
  expect((await callAgainst(200, '[{"id":"a"}]', "--streams", "leads")).code).toBe(0);
  expect(await callAgainst(200, "[]", "--streams", "leads")).toMatchObject({
    code: 3,
    stderr: "error: leads: the list is empty, and the mirror has 1 record\n",
  });
  expect((await callAgainst(200, "[]", "--streams", "leads", "--allow-mass-delete")).code).toBe(0);
  expect(await callAgainst(200, '[{"id":1}]', "--streams", "leads")).toMatchObject({
    code: 3,
    stderr: expect.stringContaining("1 record rejected; _rejected has the reasons"),
  });
});

test("a mirror whose lock is held exits with 75", async () => {
  await using mirror = await createMirror();
  const holder = new DatabaseSync(`${mirror.path}-lock`);
  holder.exec("begin immediate");
  expect(await call(["run", "--sandbox", ...mirror.to])).toMatchObject({
    code: 75,
    stderr: "error: another run holds the lock\n",
  });
  holder.close();
});

test("--every repeats a run until it is interrupted", async () => {
  await using mirror = await createMirror();
  const controller = new AbortController();
  const running = call(["run", "--sandbox", "--streams", "leads", "--every", "1s", ...mirror.to], {
    signal: controller.signal,
  });
  await expect.poll(() => mirror.query("select * from run where status = 'done'").length).toBeGreaterThan(1);
  controller.abort();
  const { code, stderr } = await running;
  expect([code, stderr]).toEqual([130, INTERRUPTED]);
});

test("an interrupted run states what is committed and how to continue, with --json as a document too", async () => {
  await using mirror = await createMirror();
  const controller = new AbortController();
  const stderr = {
    text: "",
    write(text: string) {
      stderr.text += text;
      // The first batch is committed.
      if (text.includes('"type":"progress"')) controller.abort();
    },
  };
  const argv = ["run", "--sandbox", "--sandbox-leads", "3000", "--streams", "leads", "--json", ...mirror.to];
  const { code, stdout } = await call(argv, { stderr, signal: controller.signal });
  expect(code).toBe(130);
  expect(stderr.text.endsWith(`\n${INTERRUPTED}`)).toBe(true);
  expect(JSON.parse(stdout)).toEqual({ error: { name: "Interrupted", message: INTERRUPTED.slice(7, -1) } });
  expect(mirror.query("select status from run")).toEqual([{ status: "failed" }]);
  expect(Number(mirror.query("select count(*) as count from _leads")[0]?.count)).toBeGreaterThan(0);
  expect(await call(["verify", "--sandbox", ...mirror.to], { signal: AbortSignal.abort() })).toMatchObject({
    code: 130,
    stderr: "error: interrupted\n",
  });
});

test("--every goes on after a run that could not start because another one holds the lock", async () => {
  await using mirror = await createMirror();
  const holder = new DatabaseSync(`${mirror.path}-lock`);
  holder.exec("begin immediate");
  const controller = new AbortController();
  const stderr = { text: "", write: (text: string) => (stderr.text += text) };
  const running = call(["run", "--sandbox", "--streams", "leads", "--every", "1s", ...mirror.to], {
    stderr,
    signal: controller.signal,
  });
  await expect.poll(() => stderr.text).toContain("error: another run holds the lock\n");
  holder.close();
  await expect.poll(() => mirror.query("select * from run where status = 'done'").length).toBeGreaterThan(0);
  controller.abort();
  expect((await running).code).toBe(130);
});

test("asof and diff escape control characters on a terminal", async () => {
  await using mirror = await createMirror();
  mirror.sandbox.store.leads = [{ id: "a", name: "\u009b1m\u202eJane" }];
  await mirror.run();
  for (const argv of [
    ["asof", "1", "--stream", "leads"],
    ["diff", "--since", "0"],
  ]) {
    let shown = "";
    const stdout = { isTTY: true, write: (text: string) => (shown += text) };
    await call([...argv, ...mirror.to], { stdout });
    expect(shown).toContain("\\u009b1m\\u202eJane");
    expect(shown).not.toMatch(/[\u009b\u202e]/);
    expect(JSON.parse(shown)).toEqual(JSON.parse((await call([...argv, ...mirror.to])).stdout));
  }
});

test("schema print needs no mirror, and its statements make one", async () => {
  const { code, stdout } = await call(["schema", "print", "--to", "sqlite:nowhere.db"]);
  expect(code).toBe(0);
  using database = new DatabaseSync(":memory:");
  database.exec(stdout);
  expect(database.prepare("select * from lead_messages").all()).toEqual([]);
});

test.for([
  [[], 2, ""],
  [["walk"], 2, 'error: unknown command "walk"'],
  [["run", "--sandbox"], 2, "error: --to is required"],
  [["run", "--to", "mysql://user:secret@host"], 2, "error: --to must be sqlite:FILE, postgres://… or parquet:FOLDER"],
  [["run", "--to", "sqlite://x"], 2, "error: --to must be sqlite:FILE or parquet:FOLDER, without // or file: before"],
  [["run", "--to", "sqlite:///C:/x"], 2, "error: --to must be sqlite:FILE or parquet:FOLDER, without // or file:"],
  [["run", "--to", "sqlite:file:x"], 2, "error: --to must be sqlite:FILE or parquet:FOLDER, without // or file:"],
  [["run", "--to", "sqlite:x", "--stream", "leads"], 2, 'error: unknown flag "--stream"'],
  [["run", "-x"], 2, 'error: unknown flag "-x"'],
  [["run", "--to"], 2, "error: --to must have a value"],
  [["run", "--to", "--sandbox"], 2, "error: --to must have a value"],
  [["run", "--sandbox=yes"], 2, "error: --sandbox must not have a value"],
  [["run", "--to", "sqlite:x", "--streams", "lead"], 2, 'error: unknown stream "lead" in --streams'],
  [["run", "--to", "sqlite:x", "--max-delete", "2"], 2, "error: --max-delete must be a share"],
  [["run", "--to", "sqlite:x", "--every", "soon"], 2, "error: --every must be a time"],
  [["run", "--to", "sqlite:x", "--every", "30d"], 2, "error: --every must be a time from 1s to 24d"],
  [["run", "--to", "sqlite:x", "--every", "0s"], 2, "error: --every must be a time from 1s to 24d"],
  [["run", "--to", "sqlite:x", "--key", "secret"], 2, "error: --key must not be given"],
  [["--key=secret", "run", "--to", "sqlite:x"], 2, "error: --key must not be given"],
  [["run", "leads", "--sandbox", "--to", "sqlite:x"], 2, 'error: unknown argument "leads"'],
  [["run", "--sandbox", "--base-url", "http://x", "--to", "sqlite:x"], 2, "error: --sandbox must not be combined with"],
  [["run", "--to", "sqlite:x"], 2, "error: a key is required"],
  [["purge", "--to", "sqlite:x"], 2, "error: one of --lead"],
  [["purge", "--to", "sqlite:x", "--lead", "a", "--uid", "b"], 2, "error: --lead must not be combined with --uid"],
  [["asof", "--to", "sqlite:x"], 2, "error: a time or the number of a run is required"],
  [["asof", "never", "--to", "sqlite:x", "--stream", "leads"], 2, "error: the time must be in ISO 8601"],
  [["schema", "--to", "sqlite:x"], 2, "error: schema must be followed by print"],
] as const)("%j exits with 2 before anything is opened", async ([argv, code, message]) => {
  const result = await call(argv);
  expect(result).toMatchObject({ code, stderr: expect.stringContaining(message) });
  expect(result.stdout + result.stderr).not.toContain("secret");
  expect(await readdir(dirname(import.meta.dirname))).not.toContain("x");
});

// Root can write to every file.
test.skipIf(process.getuid?.() === 0)("a file that cannot be written to is named", async () => {
  await using mirror = await createMirror();
  await mirror.run();
  await chmod(mirror.path, 0o444);
  expect(await call(["run", "--sandbox", ...mirror.to])).toMatchObject({
    code: 1,
    stderr: `error: ${mirror.path} must be writable\n`,
  });
});

test("a folder in place of the file is named", async () => {
  await using mirror = await createMirror();
  expect(await call(["run", "--sandbox", "--to", `sqlite:${mirror.folder}`])).toMatchObject({
    code: 1,
    stderr: `error: ${mirror.folder} must be a file\n`,
  });
});

test("-h prints the help, as in the other commands of serviceform", async () => {
  for (const argv of [[], ["run"]]) {
    const { code, stdout } = await call([...argv, "-h"]);
    expect([code, stdout]).toEqual([0, (await call([...argv, "--help"])).stdout]);
  }
});

test("run stores HMACs with the named key, and rejects a weak key", async () => {
  await using mirror = await createMirror();
  const [email] = mirror.sandbox.store.leads.flatMap((lead) => lead.email || []);
  const argv = ["run", "--sandbox", "--streams", "leads", ...mirror.to, "--redact-key-env"];
  const secret = "a key of the test";
  expect((await call([...argv, "HMAC_KEY"], { env: { HMAC_KEY: secret } })).code).toBe(0);
  const bytes = await mirror.text();
  expect(bytes.includes("hmac:")).toBe(true);
  const leaked = [secret, String(email)].filter((value) => bytes.includes(value));
  expect(leaked).toEqual([]);

  for (const env of [{}, { HMAC_KEY: "short" }]) {
    expect(await call([...argv, "HMAC_KEY"], { env })).toMatchObject({
      code: 2,
      stderr: "error: --redact-key-env must name a key of at least 16 characters\n",
    });
  }
});
