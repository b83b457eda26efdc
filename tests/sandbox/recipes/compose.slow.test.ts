import { spawn } from "node:child_process";
import { once } from "node:events";
import { get } from "node:http";
import { join } from "node:path";
import { createClient } from "@serviceform/client";
import { expect, onTestFinished, test, vi } from "vitest";
import { base, entryOf, flags } from "./read-compose.ts";

test("the sandbox of the compose file responds to the app, and serves its pages under the name of its service", async () => {
  expect(flags.map((flag) => flag.trim().split(" ")[0])).toEqual(["--host", "--port", "--allow-host"]);
  // Unchanged, except for a free port and loopback.
  const port = await start(
    flags.flatMap((flag) => flag.trim().split(" ")),
    ["--port", "0", "--host", "127.0.0.1"],
  );
  const headers = { host: base.host, "sf-api-key": entryOf("SERVICEFORM_API_KEY") };
  for (const path of ["/flex/spaces", "/", "/_sandbox"])
    expect([path, await status(port, path, headers)]).toEqual([path, 200]);
  expect(await status(port, "/", { host: `other:${base.port}` })).toBe(403);
  const [checked = ""] = /http:\S+/.exec(entryOf("test")) ?? [];
  expect(new URL(checked).pathname).not.toBe("/");
  expect(await status(port, new URL(checked).pathname, {})).toBe(200);
});

test("createClient() without options but fetch reaches the sandbox with the environment of the compose file", async () => {
  const port = await start(["--port", "0", "--host", "127.0.0.1"]);
  onTestFinished(() => void vi.unstubAllEnvs());
  for (const name of ["SERVICEFORM_BASE_URL", "SERVICEFORM_API_KEY", "SERVICEFORM_ALLOW_INSECURE_HTTP"]) {
    vi.stubEnv(name, entryOf(name));
  }
  // Replaces the DNS of Docker, which resolves the name of the service.
  const client = createClient({
    fetch: (url, init) => fetch(url.replace(base.origin, `http://127.0.0.1:${port}`), init),
  });
  expect(await client.listSpaces()).not.toEqual([]);
});

/** Starts the command and returns its port; the last one of a repeated flag applies. */
async function start(...args: readonly string[][]): Promise<number> {
  const bin = join(import.meta.dirname, "../node_modules/@serviceform/sandbox/bin/serviceform-sandbox.js");
  const child = spawn(process.execPath, [bin, ...args.flat()]);
  onTestFinished(() => void child.kill());
  const [chunk] = await once(child.stdout, "data");
  return Number(/http:\/\/127\.0\.0\.1:(\d+)/.exec(String(chunk))?.[1]);
}

function status(port: number, path: string, headers: Readonly<Record<string, string>>): Promise<number | undefined> {
  return new Promise((resolve, reject) => {
    get({ host: "127.0.0.1", port, path, headers }, (response) => {
      response.resume();
      resolve(response.statusCode);
    }).on("error", reject);
  });
}
