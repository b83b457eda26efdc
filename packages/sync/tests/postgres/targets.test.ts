import { mkdtempDisposable } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Sandbox } from "@serviceform/sandbox";
import { startServer } from "@serviceform/sandbox/server";
import { expect, test } from "vitest";
import { call as callWith, readLines } from "../call.js";
import { startCluster } from "../cluster.js";

/** A run reads records that are newer than the previous run. */
const NOW = Math.floor(Date.now() / 1000);

const cluster = await startCluster();

/** The lines that a command prints, and its exit code. */
async function call(...argv: string[]): Promise<{ readonly code: number; readonly lines: readonly unknown[] }> {
  const { code, stdout } = await callWith([...argv, "--json"], { env: { SERVICEFORM_API_KEY: "sf_sandbox_key" } });
  return { code, lines: readLines(stdout) };
}

function change({ store }: Sandbox): void {
  const [first, second, third, ...rest] = store.leads;
  if (!first || !second || !third) throw new Error("the sandbox has too few leads");
  store.leads = [
    { ...first, name: "Renamed" },
    third,
    ...rest,
    { id: "new", email: "Jane@Example.com", uid: "visitor" },
  ];
  store.chats = [...store.chats, { cid: "theirs", uid: "visitor", lastMessageTime: NOW }];
}

/** The output of the commands for a mirror with one change, apart from times and versions. */
async function runQueries(to: string): Promise<unknown> {
  const { url, sandbox, close } = await startServer({ port: 0, now: "2025-06-30T12:00:00Z" });
  const from = ["--base-url", url, "--retries", "0"];
  try {
    expect((await call("run", "--to", to, ...from, "--messages")).code).toBe(0);
    change(sandbox);
    const { lines: runs } = await call("run", "--to", to, ...from, "--messages");
    const diff = await call("diff", "--since", "4", "--to", to);
    const then = await call("asof", "4", "--stream", "leads", "--to", to);
    const now = await call("asof", "8", "--stream", "chats", "--to", to);
    const same = await call("verify", "--to", to, ...from, "--messages");
    const purged = await call("purge", "--email", "jane@example.COM", "--to", to);
    const differs = await call("verify", "--to", to, ...from, "--messages");
    const status = (await call("status", "--to", to)).lines.flat().map((row) => Object(row));
    return {
      runs,
      diff,
      then,
      now,
      same,
      purged,
      differs,
      status: status.map(({ run: number, stream, status: end, seen }) => ({ number, stream, end, seen })),
    };
  } finally {
    await close();
  }
}

test("every command prints the same for a mirror in SQLite, PostgreSQL and Parquet", async () => {
  await using folder = await mkdtempDisposable(join(tmpdir(), "targets-"));
  const sqlite = await runQueries(`sqlite:${join(folder.path, "mirror.db")}`);
  expect(sqlite).toMatchObject({
    runs: [{ streams: { leads: { inserted: 1, updated: 1, deleted: 1 }, chats: { inserted: 1 } } }],
    diff: {
      code: 0,
      lines: [{ op: "update" }, { op: "delete" }, { op: "insert" }, { stream: "chats", op: "insert" }].map((line) =>
        expect.objectContaining(line),
      ),
    },
    same: { code: 0 },
    purged: { code: 0, lines: [{ removed: 2 }] },
    differs: { code: 3, lines: [{ leads: { missing: ["new"] }, chats: { missing: ["theirs"] } }] },
    status: [{ number: 5, end: "done" }, { number: 6 }, { number: 7 }, { number: 8 }],
  });
  expect(await runQueries(cluster.url)).toEqual(sqlite);
  expect(await runQueries(`parquet:${join(folder.path, "lake")}`)).toEqual(sqlite);
});
