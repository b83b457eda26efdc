import { copyFileSync, renameSync } from "node:fs";
import { link, rename, rm, unlink } from "node:fs/promises";
import { expect, test } from "vitest";
import { createMirror } from "./mirror.js";

test("a mirror whose file was deleted between two runs of a process is created anew", async () => {
  await using mirror = await createMirror();
  await mirror.sync.run();
  await rm(mirror.path);
  expect((await mirror.sync.run()).streams.leads).toMatchObject({ status: "done", inserted: 60 });
  expect(mirror.query("select count(*) as count from leads")).toEqual([{ count: 60 }]);
});

test("a mirror whose file was replaced between two runs of a process is left alone", async () => {
  await using mirror = await createMirror();
  await mirror.run();
  await rename(mirror.path, `${mirror.path}-backup`);
  await mirror.sync.run();
  await rename(`${mirror.path}-backup`, mirror.path);
  const message = `${mirror.path} was replaced while it was open; end this process, and delete ${mirror.path}-wal and`;
  await expect(mirror.sync.run()).rejects.toThrow(message);
  await expect(mirror.sync.status()).rejects.toThrow(message);
});

test("a run whose file is moved or replaced meanwhile fails instead of ending in a file without a name", async () => {
  await using mirror = await createMirror();
  await mirror.run();
  const backup = `${mirror.path}-old`;
  const runAnd = async (interfere: () => void) => {
    const { streams } = await mirror.sync.run({ onEvent: ({ type }) => type === "started" && interfere() });
    return streams.leads;
  };

  const replace = () => {
    renameSync(mirror.path, backup);
    copyFileSync(backup, mirror.path);
  };
  const replaced = `${mirror.path} was replaced while it was open; end this process, and delete ${mirror.path}-wal and`;
  expect(await runAnd(replace)).toMatchObject({
    status: "failed",
    error: { message: expect.stringContaining(replaced) },
  });
  await rename(backup, mirror.path);
  expect(await runAnd(() => renameSync(mirror.path, backup))).toMatchObject({
    status: "failed",
    error: { message: `${mirror.path} was moved or deleted while it was open; run again` },
  });
  expect((await mirror.sync.run()).streams.leads).toMatchObject({ status: "done", inserted: 60 });
});

test("a mirror with a hard link is not written to, since each name would have a lock of its own", async () => {
  await using mirror = await createMirror();
  await mirror.run();
  const other = `${mirror.path}-other`;
  await link(mirror.path, other);
  await expect(mirror.run()).rejects.toThrow(`${mirror.path} must not have hard links; use a symbolic link, or a copy`);
  expect(await mirror.sync.status()).toHaveLength(1);
  await unlink(other);
  expect((await mirror.run()).streams.leads?.status).toBe("done");
});
