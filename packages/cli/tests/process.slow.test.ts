import { spawn, spawnSync } from "node:child_process";
import { once } from "node:events";
import { existsSync } from "node:fs";
import { mkdtempDisposable, open, readdir, readFile, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Readable } from "node:stream";
import { text } from "node:stream/consumers";
import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";
import manifest from "../package.json" with { type: "json" };

const bin = fileURLToPath(new URL("../bin/serviceform.js", import.meta.url));

test("the bin prints the version", async () => {
  const { stdout, exitCode } = await start(["--version"]);
  expect([stdout, exitCode]).toEqual([`${manifest.version}\n`, 0]);
});

test("a closed stdout ends the download without an error", async () => {
  const child = spawn(process.execPath, [bin, "leads", "list", "--sandbox", "--sandbox-leads", "200000"]);
  const stderr = text(child.stderr);
  await once(child.stdout, "data");
  child.stdout.destroy();
  const [exitCode] = await once(child, "exit");
  expect([exitCode, await stderr]).toEqual([0, ""]);
});

test.for([
  "doctor --sandbox",
  "leads export - --format csv --sandbox --sandbox-leads 50000",
  "leads export - --format xlsx --sandbox --sandbox-leads 50000",
  "statistics show --sandbox",
  "completion bash",
])("serviceform %s ends without an error when its output is not read", async (command) => {
  const child = spawn(process.execPath, [bin, ...command.split(" ")]);
  const stderr = text(child.stderr);
  child.stdout.destroy();
  const [exitCode] = await once(child, "close");
  expect([exitCode, await stderr]).toEqual([0, ""]);
});

test.skipIf(!existsSync("/dev/full"))("a full disk behind stdout is a failure", async () => {
  const full = await open("/dev/full", "w");
  for (const words of [["--help"], ["leads", "list", "--sandbox"]]) {
    const child = spawn(process.execPath, [bin, ...words], { stdio: ["ignore", full.fd, "pipe"] });
    // It is a pipe.
    const [stderr, [exitCode]] = await Promise.all([text(child.stderr as Readable), once(child, "close")]);
    expect(exitCode).toBe(1);
    expect(stderr).toMatch(/^error: .*ENOSPC/);
  }
  await full.close();
});

test("a result that is larger than a pipe arrives complete", async () => {
  const range = ["--from", "2025-01-01", "--to", "2027-06-30"];
  const { stdout, exitCode } = await start(["statistics", "show", "--sandbox", "--json", ...range]);
  expect([JSON.parse(stdout).length, exitCode]).toEqual([911, 0]);
});

test("Ctrl-C ends with 130", async () => {
  const child = spawn(process.execPath, [bin, "leads", "list", "--sandbox", "--sandbox-leads", "2000000"]);
  child.stdout.once("data", () => child.kill("SIGINT"));
  child.stdout.resume();
  const [exitCode] = await once(child, "exit");
  expect(exitCode).toBe(130);
});

const canMount = spawnSync("unshare", ["--mount", "true"]).status === 0;

test.skipIf(!canMount)("an export to a file that is mounted overwrites it", async () => {
  await using folder = await mkdtempDisposable(join(tmpdir(), "mounted-"));
  const file = join(folder.path, "leads.csv");
  await writeFile(file, "earlier and longer than the export");
  const line = `mount --bind ${file} ${file} && exec ${process.execPath} ${bin} leads export ${file}`;
  const flags = "--sandbox --sandbox-leads 1 --fields id --quiet";
  const child = spawn("unshare", ["--mount", "sh", "-c", `${line} ${flags}`]);
  const [stderr, [exitCode]] = await Promise.all([text(child.stderr), once(child, "close")]);
  expect([stderr, exitCode]).toEqual(["", 0]);
  expect(await readFile(file, "utf8")).toBe("id\r\nlead-1\r\n");
  expect(await readdir(folder.path)).toEqual(["leads.csv"]);
});

// Only root can start a process of another user.
test.skipIf(process.platform === "win32")("an empty HOME does not mean the current folder", async () => {
  const child = spawn(process.execPath, [bin, "spaces", "list", "--profile", "x"], { env: { HOME: "" } });
  const [stderr, [exitCode]] = await Promise.all([text(child.stderr), once(child, "close")]);
  expect([stderr, exitCode]).toEqual(["error: HOME must be set, since the profiles are in a folder below it\n", 2]);
});

test.skipIf(process.getuid?.() !== 0)("a user without a home folder gets an error that names HOME", async () => {
  const child = spawn(process.execPath, [bin, "leads", "list", "--profile", "acme"], { uid: 54_321, env: {} });
  const [stderr, [exitCode]] = await Promise.all([text(child.stderr), once(child, "close")]);
  expect([stderr, exitCode]).toEqual(["error: HOME must be set, since the profiles are in a folder below it\n", 2]);
});

test("mcp serves over stdio until its client leaves", async () => {
  const child = spawn(process.execPath, [bin, "mcp", "--sandbox"]);
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
  const list = ["--import", `data:text/javascript,${encodeURIComponent(code)}`];
  const heavy = ["child_process", "http", "internal/deps/undici/undici", "zlib"];
  const { stdout } = await start(["leads", "list", "--help"], list);
  expect(stdout).toContain("NativeModule fs");
  for (const name of heavy) expect(stdout.split("\n")).not.toContain(`NativeModule ${name}`);
  const called = await start(["leads", "list", "--sandbox", "--limit", "1"], list);
  expect(called.stdout).toContain("NativeModule internal/deps/undici/undici");
});

async function start(
  argv: readonly string[],
  nodeFlags: readonly string[] = [],
): Promise<{ stdout: string; exitCode: number }> {
  const child = spawn(process.execPath, [...nodeFlags, bin, ...argv]);
  const [stdout, [exitCode]] = await Promise.all([text(child.stdout), once(child, "close")]);
  return { stdout, exitCode };
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
  const child = spawn(process.execPath, ["--input-type=module", "-e", program]);
  expect(Number(await text(child.stdout))).toBe(16);
});
