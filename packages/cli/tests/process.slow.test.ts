import { type ChildProcessWithoutNullStreams, type SpawnOptionsWithoutStdio, spawn } from "node:child_process";
import { once } from "node:events";
import { existsSync } from "node:fs";
import { open, readdir } from "node:fs/promises";
import { join } from "node:path";
import { expect, test } from "vitest";
import manifest from "../package.json" with { type: "json" };
import { createFolder } from "./create-folder.js";
import { BIN, endOf } from "./process.js";

test("the bin prints the version", async () => {
  expect(await endOf(start("--version"))).toEqual({ exitCode: 0, stdout: `${manifest.version}\n`, stderr: "" });
});

test("a closed stdout ends the download without an error", async () => {
  const child = start("leads list --sandbox --sandbox-leads 200000");
  await once(child.stdout, "data");
  child.stdout.destroy();
  expect(await endOf(child)).toMatchObject({ exitCode: 0, stderr: "" });
});

test.for([
  "doctor --sandbox",
  "leads export - --format csv --sandbox --sandbox-leads 50000",
  "leads export - --format xlsx --sandbox --sandbox-leads 50000",
  "statistics show --sandbox",
  "completion bash",
])("serviceform %s ends without an error when its output is not read", async (command) => {
  const child = start(command);
  child.stdout.destroy();
  expect(await endOf(child)).toMatchObject({ exitCode: 0, stderr: "" });
});

test.skipIf(!existsSync("/dev/full"))("a full disk behind stdout is a failure", async () => {
  const full = await open("/dev/full", "w");
  for (const words of [["--help"], ["leads", "list", "--sandbox"]]) {
    const child = spawn(process.execPath, [BIN, ...words], { stdio: ["ignore", full.fd, "pipe"] });
    expect(await endOf(child)).toMatchObject({ exitCode: 1, stderr: expect.stringMatching(/^error: .*ENOSPC/) });
  }
  await full.close();
});

test("a result that is larger than a pipe arrives complete", async () => {
  const command = "statistics show --sandbox --json --from 2025-01-01 --to 2027-06-30";
  const { stdout, exitCode } = await endOf(start(command));
  expect([JSON.parse(stdout).length, exitCode]).toEqual([911, 0]);
});

test("Ctrl-C ends with 130", async () => {
  const child = start("leads list --sandbox --sandbox-leads 2000000");
  child.stdout.once("data", () => child.kill("SIGINT"));
  child.stdout.resume();
  const [exitCode] = await once(child, "exit");
  expect(exitCode).toBe(130);
});

test("compiled code is kept where no other user of the machine can write, and not in the current folder", async () => {
  const folder = await createFolder();
  const home = { HOME: join(folder, "home"), TMPDIR: join(folder, "temporary") };
  for (const own of [{}, { XDG_CACHE_HOME: join(folder, "caches") }, { XDG_CACHE_HOME: "relative" }]) {
    await endOf(spawn(process.execPath, [BIN, "--version"], { env: { ...home, ...own }, cwd: folder }));
  }
  const written = await readdir(folder, { recursive: true });
  expect(written.filter((file) => /serviceform$|temporary/.test(file)).sort()).toEqual([
    "caches/serviceform",
    "home/.cache/serviceform",
  ]);
});

const NO_HOME = { exitCode: 2, stderr: "error: HOME must be set, since the profiles are in a folder below it\n" };

test.skipIf(process.platform === "win32")("an empty HOME does not mean the current folder", async () => {
  expect(await endOf(start("spaces list --profile x", { env: { HOME: "" } }))).toMatchObject(NO_HOME);
});

// Only root can start a process of another user.
test.skipIf(process.getuid?.() !== 0)("a user without a home folder gets an error that names HOME", async () => {
  expect(await endOf(start("spaces list --profile x", { uid: 54_321, env: {} }))).toMatchObject(NO_HOME);
});

test("mcp serves over stdio until its client leaves", async () => {
  const child = start("mcp --sandbox");
  let stderr = "";
  child.stderr.on("data", (chunk) => (stderr += chunk));
  const clientInfo = { name: "test", version: "1" };
  const params = { protocolVersion: "2025-06-18", capabilities: {}, clientInfo };
  child.stdin.write(`${JSON.stringify({ jsonrpc: "2.0", id: 1, method: "initialize", params })}\n`);
  const [response] = await Promise.race([once(child.stdout, "data"), once(child, "exit")]);
  expect([String(response), stderr]).toEqual([expect.stringContaining('"name":"serviceform"'), ""]);

  child.stdin.end();
  expect((await once(child, "close"))[0]).toBe(0);
});

test("help does not load modules of calls and exports", async () => {
  // Prints at the end which parts of Node.js the process has loaded.
  const code = 'process.on("exit", () => console.log(process.moduleLoadList.join("\\n")))';
  const env = { NODE_OPTIONS: `--import=data:text/javascript,${encodeURIComponent(code)}` };
  const heavy = ["child_process", "http", "internal/deps/undici/undici", "zlib"];
  const { stdout } = await endOf(start("leads list --help", { env }));
  expect(stdout).toContain("NativeModule fs");
  for (const name of heavy) expect(stdout.split("\n")).not.toContain(`NativeModule ${name}`);
  const called = await endOf(start("leads list --sandbox --limit 1", { env }));
  expect(called.stdout).toContain("NativeModule internal/deps/undici/undici");
});

/** Starts the built command with these words. */
function start(command: string, options: SpawnOptionsWithoutStdio = {}): ChildProcessWithoutNullStreams {
  return spawn(process.execPath, [BIN, ...command.split(" ")], options);
}

test("a list of any length is read in constant memory", async () => {
  const module = new URL("../src/export/limit-young-heap.ts", import.meta.url);
  const program = `
    import { getHeapSpaceStatistics } from "node:v8";
    const { createYoungHeapLimit } = await import(${JSON.stringify(module.href)});
    const limit = createYoungHeapLimit();
    let batch = [];
    for (let index = 0; index < 3_000_000; index += 1) {
      batch.push({ index, text: String(index) });
      if (batch.length === 20_000) batch = [];
      if (index % 256 === 0) limit();
    }
    const { space_size } = getHeapSpaceStatistics().find(({ space_name }) => space_name === "new_space");
    console.log(space_size / 2 ** 20);`;
  const { stdout } = await endOf(spawn(process.execPath, ["--input-type=module", "-e", program]));
  expect(Number(stdout)).toBe(16);
});
