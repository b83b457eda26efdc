import { spawn, spawnSync } from "node:child_process";
import { once } from "node:events";
import { closeSync, existsSync, openSync } from "node:fs";
import { createServer } from "node:net";
import { fileURLToPath } from "node:url";
import { expect, onTestFinished, test } from "vitest";
import manifest from "../../package.json" with { type: "json" };
import { validateError, validateExchange } from "../testing/validate-exchange.js";

const BIN = fileURLToPath(new URL("../../bin/serviceform-sandbox.js", import.meta.url));

/** Runs the built command, as npx does. */
function run(...args: string[]) {
  const child = spawn(process.execPath, [BIN, ...args]);
  onTestFinished(() => void child.kill("SIGKILL"));
  const written = { stdout: "", stderr: "" };
  child.stdout.on("data", (chunk) => (written.stdout += chunk));
  child.stderr.on("data", (chunk) => (written.stderr += chunk));
  const ended = once(child, "close").then(([code]) => ({ code, ...written }));
  const ready = new Promise<string>((resolve) => child.stdout.once("data", (chunk) => resolve(String(chunk))));
  return { child, ended, ready };
}

test("the command prints its address, and the curl command that it prints works", async () => {
  const { child, ready, ended } = run("--port", "0", "--api-key", "k1", "--faults", '{"kind":"status","status":503}');
  const output = await ready;
  const [, header = "", url = ""] = /curl(?:\.exe)? -H "([^"]+)" (\S+)/.exec(output) ?? [];
  expect(output).toContain(new URL(url).origin);
  expect(header).toBe("sf-api-key: k1");
  const pages = [...output.matchAll(/^ {2}(http\S+)/gm)].map(([, page = ""]) => page);
  expect(pages).toEqual([`${new URL(url).origin}/`, `${new URL(url).origin}/_sandbox`]);
  for (const page of pages) expect((await fetch(page)).headers.get("content-type")).toContain("text/html");
  const get = async () => {
    const response = await fetch(url, { headers: { "sf-api-key": "k1" } });
    return { method: "GET", url, status: response.status, headers: response.headers, text: await response.text() };
  };
  const [outage, spaces] = [await get(), await get()];
  expect([outage.status, validateError(outage)]).toEqual([503, undefined]);
  expect([spaces.status, validateExchange(spaces)]).toEqual([200, undefined]);
  child.kill("SIGTERM");
  expect(await ended).toMatchObject({ code: 0, stderr: "" });
});

test("--help explains every flag", async () => {
  const { stdout, code } = await run("--help").ended;
  const flags =
    "port host allow-host api-key seed lead-count chat-count item-count tidy now account data latency faults";
  for (const flag of `${flags} help version`.split(" ")) expect(stdout).toContain(`--${flag}`);
  expect(code).toBe(0);
  expect(stdout).toContain("(default: sf_sandbox_key)");
});

test("--version prints the version of the package", async () => {
  expect(await run("--version").ended).toEqual({ code: 0, stdout: `${manifest.version}\n`, stderr: "" });
});

test.skipIf(!existsSync("/dev/full")).each(["--help", "--version"])(
  "%s with a full disk behind stdout is a failure",
  (flag) => {
    const full = openSync("/dev/full", "w");
    const { stderr, status } = spawnSync(process.execPath, [BIN, flag], { stdio: ["ignore", full, "pipe"] });
    closeSync(full);
    expect(String(stderr)).toMatch(/^error: stdout: ENOSPC[^\n]*\n$/);
    expect(status).toBe(1);
  },
);

test("--help to a reader that has left ends without a stack", async () => {
  const { child, ended } = run("--help");
  child.stdout.destroy();
  expect(await ended).toMatchObject({ code: 0, stderr: "" });
});

test("the greeting shows the default key", async () => {
  const { child, ready, ended } = run("--port", "0");
  const [, header = "", url = ""] = /curl(?:\.exe)? -H "([^"]+)" (\S+)/.exec(await ready) ?? [];
  expect(header).toBe("sf-api-key: sf_sandbox_key");
  expect((await fetch(url, { headers: { "sf-api-key": "sf_sandbox_key" } })).status).toBe(200);
  child.kill("SIGTERM");
  await ended;
});

test("an invalid flag ends it with a sentence that names the flag", async () => {
  const { code, stdout, stderr } = await run("--port", "0", "--host", "").ended;
  expect([code, stdout, stderr]).toEqual([1, "", expect.stringContaining("--host must be an IP address")]);
});

test("a server that cannot listen prints one sentence, without a stack", async () => {
  const other = createServer().listen(0, "127.0.0.1");
  onTestFinished(() => void other.close());
  await once(other, "listening");
  const { port } = other.address() as { port: number };
  expect(await run("--port", String(port)).ended).toEqual({
    code: 1,
    stdout: "",
    stderr: `error: Port ${port} is in use. Choose another one, or 0 for any that is free.\nRun serviceform-sandbox --help for the options.\n`,
  });
});
