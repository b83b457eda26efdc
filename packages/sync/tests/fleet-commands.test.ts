import { mkdtempDisposable, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "vitest";
import { call } from "./call.js";

/** Nothing listens there, so commands that reach the database fail with another error. */
const env = { SERVICEFORM_DATABASE_URL: "postgres://user:secret@127.0.0.1:1/fleet" };

test.for([
  { command: ["accounts"], message: 'unknown action ""; expected add, list, pause, resume, import' },
  { command: ["accounts", "list", "acme", "more"], message: 'unknown argument "more"' },
  { command: ["accounts", "add"], message: "NAME is required" },
  { command: ["accounts", "add", "acme"], message: "one of --key-env, --key-file and --key-command is required" },
  { command: ["accounts", "add", "acme", "--key", "sf_live"], message: "--key must not be given" },
  {
    command: ["accounts", "add", "acme", "--key-env", "A", "--base-url", "ftp://api.example"],
    message: "--base-url must be an http or https URL",
  },
  { command: ["accounts", "import", "/no/such/file.csv"], message: "/no/such/file.csv must be readable (ENOENT)" },
  { command: ["plan", "--streams", "lead"], message: 'unknown stream "lead" in --streams' },
  { command: ["worker", "--concurrency", "0"], message: "--concurrency must be an integer of at least 1" },
  { command: ["worker", "--engine", "redis"], message: "--engine must be pgboss" },
  { command: ["worker", "--every", "soon"], message: "--every must be a time such as 15m" },
  { command: ["worker", "--every", "0s"], message: "--every must be a time from 1s to 24d" },
  { command: ["worker", "--metrics-port", "65536"], message: "--metrics-port must be an integer from 0 to 65535" },
  { command: ["dead", "kill"], message: 'unknown action "kill"; expected list, redrive' },
  { command: ["fleet", "--database", "mysql://x"], message: "--database must be postgres://…" },
])("$command is rejected before the database is opened", async ({ command, message }) => {
  const { code, stderr } = await call(command, { env });
  expect({ code, stderr }).toEqual({ code: 2, stderr: expect.stringContaining(`error: ${message}`) });
});

test("a file of accounts with a key in it is rejected by its line, without the key", async () => {
  await using folder = await mkdtempDisposable(join(tmpdir(), "accounts-"));
  const file = join(folder.path, "accounts.csv");
  await writeFile(file, "account,key\nacme,env:ACME\nglobex,sf_live_secret\n");
  const { code, stderr } = await call(["accounts", "import", file], { env });
  expect({ code, stderr }).toEqual({ code: 2, stderr: expect.stringContaining("line 3: key must be env:VARIABLE") });
  expect(stderr).not.toContain("sf_live_secret");
});

test("a connection string that is no URL is rejected with the way to write its password", async () => {
  const { code, stderr } = await call(["accounts", "list", "--database", "postgres://user:sec/ret#1@127.0.0.1/fleet"], {
    env,
  });
  expect({ code, stderr }).toEqual({
    code: 2,
    stderr: expect.stringContaining("connectionString must be a URL with one host, and"),
  });
  expect(stderr).not.toContain("ret#1");
});

test("a database that cannot be reached ends a command with 1, without its password", async () => {
  const { code, stderr } = await call(["accounts", "list"], { env });
  expect({ code, stderr }).toEqual({ code: 1, stderr: expect.stringContaining("ECONNREFUSED") });
  expect(stderr).not.toContain("secret");
});
