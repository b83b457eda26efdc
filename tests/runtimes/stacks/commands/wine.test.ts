import { mkdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { createWine, type Wine } from "../../src/wine.ts";
import { installTarballs, packPackages } from "../../src/with-consumer.ts";
import { apiKey, startServer } from "../installed.ts";

const COMMAND = "node_modules/@serviceform/cli/bin/serviceform.js";
/** The flag of `open` by which no other program can open the file, as Excel opens one. */
const ALONE = 0x10000000;

let wine: Wine;
let folder = "";

beforeAll(async () => {
  wine = await createWine();
  folder = join(wine.drive, "Users/Jörg Müller/my exports");
  await mkdir(join(folder, "über"), { recursive: true });
  const tarballs = await packPackages(["types", "client", "sandbox", "sync", "cli", "mcp"], join(folder, "tarballs"));
  await installTarballs(tarballs, folder);
});

afterAll(() => wine?.[Symbol.asyncDispose]());

function runNode(...args: string[]) {
  return wine.runNode(args, folder);
}

/** Runs a module in which `start(flags)` starts the command. */
function runScript(script: string) {
  const module = `import { spawn } from "node:child_process"; import { openSync } from "node:fs";
    const stdio = ["pipe", "inherit", "inherit"];
    const start = (...flags) => spawn(process.execPath, ["${COMMAND}", ...flags], { stdio }); ${script}`;
  return runNode("--input-type=module", "--eval", module);
}

test.for(["leads.xlsx", ".\\über/leads.ndjson.gz", "C:\\leads.parquet"])("leads are exported to %s", async (file) => {
  const { code, stderr } = await runNode(COMMAND, "leads", "export", file, "--sandbox");
  expect([code, stderr]).toEqual([0, expect.stringContaining(`60 leads in ${file}\n`)]);
});

test("a file that another program has open is rejected before the download", async () => {
  await writeFile(join(folder, "open.csv"), "of Excel");
  const { stderr } = await runScript(
    `openSync("open.csv", ${ALONE}); start("leads", "export", "open.csv", "--sandbox")`,
  );
  expect(stderr).toBe("error: open.csv is open in another program; close it there\n");
  expect(await readFile(join(folder, "open.csv"), "utf8")).toBe("of Excel");
});

test("keys come from files that PowerShell has written, and from commands with quotes", async () => {
  await writeFile(join(folder, "my key.txt"), `${apiKey}\r\n`);
  await writeFile(join(folder, "utf-16.txt"), `\ufeff${apiKey}\r\n`, "utf16le");
  const server = await startServer({ port: 0 });
  try {
    for (const flags of [
      ["--key-command", 'type "my key.txt"'],
      ["--key-file", "utf-16.txt"],
    ]) {
      const { code, stderr } = await runNode(COMMAND, "spaces", "list", "--base-url", server.url, ...flags);
      expect([code, stderr]).toEqual([0, ""]);
    }
  } finally {
    await server.close();
  }
});

test.for(["sqlite:my mirror.db", "parquet:C:\\lake"])("the mirror %s is written twice", async (target) => {
  const sync = () => runNode(COMMAND, "sync", "run", "--sandbox", "--streams", "leads", "--to", target);
  expect((await sync()).stdout).toContain("leads: done, 60 seen, 60 inserted");
  expect((await sync()).stdout).toContain("leads: done, 60 seen, 0 inserted");
});

test("the MCP server responds to lines that end with CR LF", async () => {
  const clientInfo = { name: "test", version: "1" };
  const params = { protocolVersion: "2025-06-18", capabilities: {}, clientInfo };
  const line = JSON.stringify({ jsonrpc: "2.0", id: 1, method: "initialize", params });
  const { stdout } = await runScript(`start("mcp", "--sandbox").stdin.end(${JSON.stringify(`${line}\r\n`)})`);
  expect(JSON.parse(stdout)).toMatchObject({ id: 1, result: { serverInfo: { name: "serviceform" } } });
});
