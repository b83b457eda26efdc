import { spawn } from "node:child_process";
import { once } from "node:events";
import { readFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";

/** Calls a server 10 000 times over HTTP, and fails if its memory grows. Linux only, since it reads /proc. */
const CALLS = 10_000;
const WARM_UP = 5_000;
const MAX_GROWTH_MB = 20;
/** A small heap, so that its peak shows what is kept, rather than garbage that a loaded machine has not collected yet. */
const SMALL_HEAP = ["--max-semi-space-size=4", "--max-old-space-size=96"];
const BIN = fileURLToPath(new URL("../../bin/serviceform-mcp.js", import.meta.url));

const server = spawn(process.execPath, [...SMALL_HEAP, BIN, "--sandbox", "--sandbox-leads", "12", "--http", "0"]);
const [greeting] = await once(server.stderr.setEncoding("utf8"), "data");
const url = /http:\S+/.exec(greeting)?.[0] ?? "";

async function call(name: string, input: object): Promise<void> {
  const response = await fetch(url, {
    method: "POST",
    headers: { "content-type": "application/json", accept: "application/json, text/event-stream" },
    body: JSON.stringify({ jsonrpc: "2.0", id: 1, method: "tools/call", params: { name, arguments: input } }),
  });
  const text = await response.text();
  if (!response.ok || !text.includes("untrusted-data")) throw new Error(`unexpected response: ${text.slice(0, 200)}`);
}

/** The peak of resident memory until now, in MB: memory at one moment depends on when garbage was last collected. */
async function readPeak(): Promise<number> {
  const status = await readFile(`/proc/${server.pid}/status`, "utf8");
  return Math.round(Number(/VmHWM:\s+(\d+)/.exec(status)?.[1]) / 1024);
}

let warm = 0;
for (let index = 1; index <= CALLS; index += 1) {
  await call("list_leads", {
    limit: 5,
    where: [{ field: "source", op: "=", value: index % 2 ? "website" : "mobile" }],
  });
  if (index === WARM_UP) warm = await readPeak();
}
const peak = await readPeak();
server.kill();

console.log(`${CALLS} calls: a peak of ${warm} MB after ${WARM_UP} and of ${peak} MB at the end`);
const growth = peak - warm;
console.log(growth <= MAX_GROWTH_MB ? "memory is flat" : `memory grew by ${growth} MB`);
process.exitCode = growth <= MAX_GROWTH_MB ? 0 : 1;
