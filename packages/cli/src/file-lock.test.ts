import { spawn, spawnSync } from "node:child_process";
import { once } from "node:events";
import fs, { readdir, readFile, stat, symlink, utimes, writeFile } from "node:fs/promises";
import { syncBuiltinESMExports } from "node:module";
import { join } from "node:path";
import { beforeEach, expect, onTestFinished, test, vi } from "vitest";
import { createFolder } from "../tests/create-folder.js";
import { lockFile } from "./file-lock.js";

let folder = "";
let file = "";

beforeEach(async () => {
  folder = await createFolder();
  file = join(folder, "items.csv");
});

/** The id of a process that has ended. */
function endedPid(): number {
  return spawnSync(process.execPath, ["--version"]).pid;
}

test.for([
  { name: "no lock", content: () => undefined },
  { name: "the lock of a process that has ended", content: () => `${endedPid()}` },
  { name: "the lock of an earlier process with the same id", content: () => `${process.pid} of-another-container\n` },
])("one of many calls at once gets the lock if there is $name", async ({ content }) => {
  const earlier = content();
  for (let round = 0; round < 20; round += 1) {
    if (earlier !== undefined) await writeFile(`${file}.lock`, earlier);
    const results = await Promise.allSettled(Array.from({ length: 8 }, () => lockFile(file)));
    const unlocks = results.flatMap((result) => (result.status === "fulfilled" ? result.value : []));
    expect(unlocks).toHaveLength(1);
    expect(await readdir(folder)).toEqual(["items.csv.lock"]);
    await unlocks[0]?.();
    expect(await readdir(folder)).toEqual([]);
  }
});

test("a stale lock that two calls have found is removed by one of them only", async () => {
  await writeFile(`${file}.lock`, `${endedPid()}`);
  const removal = pauseFirstRemoval();
  const first = lockFile(file);
  await removal.reached;
  const [second] = await Promise.allSettled([lockFile(file)]);
  removal.resume();
  expect([(await Promise.allSettled([first]))[0]?.status, second?.status]).toEqual(["fulfilled", "rejected"]);
});

/** The first call of `rm` waits before it removes anything. */
function pauseFirstRemoval(): { readonly reached: Promise<void>; readonly resume: () => void } {
  const { rm: remove } = fs;
  let resume = (): void => {};
  const resumed = new Promise<void>((resolve) => {
    resume = resolve;
  });
  const reached = new Promise<void>((resolve) => {
    const spy = vi.spyOn(fs, "rm").mockImplementationOnce(async (...args) => {
      resolve();
      await resumed;
      return remove(...args);
    });
    syncBuiltinESMExports();
    onTestFinished(() => {
      spy.mockRestore();
      syncBuiltinESMExports();
    });
  });
  return { reached, resume };
}

test("the lock of another container is taken over if its time does not move", async () => {
  const watch = vi.fn(async () => {});
  await writeFile(`${file}.lock`, `${process.pid} of-a-killed-process elsewhere\n`);
  const unlock = await lockFile(file, watch);
  expect(watch).toHaveBeenCalledTimes(1);
  expect(await readFile(`${file}.lock`, "utf8")).not.toContain("elsewhere");
  await unlock();
});

test("the lock of another container stays if its time moves, whatever its process ID", async () => {
  for (const pid of [process.pid, endedPid()]) {
    const owner = `${pid} of-another-process elsewhere\n`;
    await writeFile(`${file}.lock`, owner);
    const watch = () => utimes(`${file}.lock`, 0, pid);
    await expect(lockFile(file, watch)).rejects.toThrow(
      `a process on another machine or in another container holds ${file}.lock`,
    );
    expect(await readFile(`${file}.lock`, "utf8")).toBe(owner);
  }
});

test("the time of a lock moves while it is held", async () => {
  vi.useFakeTimers({ toFake: ["setInterval", "clearInterval"] });
  onTestFinished(() => void vi.useRealTimers());
  const unlock = await lockFile(file);
  await utimes(`${file}.lock`, 0, 0);
  vi.advanceTimersByTime(2_000);
  await expect.poll(async () => (await stat(`${file}.lock`)).mtimeMs).toBeGreaterThan(0);
  await unlock();
  expect(vi.getTimerCount()).toBe(0);
});

test("a lock that another process is creating stays", async () => {
  await writeFile(`${file}.lock`, "");
  await expect(lockFile(file)).rejects.toMatchObject({
    name: "BusyError",
    message: `another process has created ${file}.lock; wait until it ends, or delete that file if an earlier run has left it`,
  });
  expect(await readdir(folder)).toEqual(["items.csv.lock"]);
});

test("the lock of a process that runs stays, and the message names both", async () => {
  await writeFile(`${file}.lock`, `${process.ppid}`);
  await expect(lockFile(file)).rejects.toThrow(`process ${process.ppid} holds ${file}.lock`);
  expect(await readFile(`${file}.lock`, "utf8")).toBe(`${process.ppid}`);
});

test.skipIf(process.platform !== "linux")(
  "the lock of a killed process is taken over before its parent knows",
  async () => {
    const parent = spawn("sh", ["-c", "exec 3<&0; cat <&3 & echo $!; exec sleep 600"]);
    onTestFinished(() => void parent.kill());
    const [output] = await once(parent.stdout, "data");
    const pid = Number(String(output));
    // Unlike the shell, `sleep` does not ask for the status of its child.
    await expect.poll(() => readFile(`/proc/${parent.pid}/comm`, "utf8")).toBe("sleep\n");
    process.kill(pid, "SIGKILL");
    await expect.poll(() => readFile(`/proc/${pid}/stat`, "utf8")).toContain(") Z ");
    await writeFile(`${file}.lock`, `${pid} of-a-killed-process\n`);
    await (await lockFile(file))();
    expect(await readdir(folder)).toEqual([]);
  },
);

test("a file system error is not reported as another process", async () => {
  await expect(lockFile(join(folder, "none", "items.csv"))).rejects.toMatchObject({ code: "ENOENT" });
});

test.skipIf(process.platform === "win32")("a lock that cannot be read does not end in a loop", async () => {
  await symlink(join(folder, "nothing"), `${file}.lock`);
  await expect(lockFile(file)).rejects.toThrow(`${file}.lock is not a lock; delete it`);
});
