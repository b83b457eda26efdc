import { execFile } from "node:child_process";
import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { promisify } from "node:util";
import { runInNewContext } from "node:vm";
import { startServer } from "@serviceform/sandbox/server";
import { afterAll, expect, onTestFinished, test } from "vitest";

const PAGE = resolve(import.meta.dirname, "../../../docs/other-languages-and-programs.md");
const page = await readFile(PAGE, "utf8");
const server = await startServer({ port: 0 });
const folder = await mkdtemp(join(tmpdir(), "languages-"));
await writeFile(join(folder, "leads.py"), /^```python.*\n([\s\S]*?)^```$/m.exec(page)?.[1] ?? "");
const commands = [...page.matchAll(/^```sh\n([\s\S]*?)^```$/gm)].map(([, code = ""]) => code.trim());

afterAll(async () => {
  await server.close();
  await rm(folder, { recursive: true });
});

test.for([
  ["curl ", "space-customers"],
  ["python3 leads.py", "60 leads"],
])("the page runs %s against the sandbox", async ([part = "", printed = ""]) => {
  const [command = ""] = commands.filter((each) => each.includes(part));
  const code = command.replace("http://127.0.0.1:4010", server.url);
  const { stdout } = await promisify(execFile)("sh", ["-c", code], { cwd: folder });
  expect(stdout).toContain(printed);
});

test("the script in Python sends the key to no other address", { timeout: 300_000 }, async () => {
  const elsewhere = await startServer();
  onTestFinished(() => elsewhere.close());
  server.sandbox.faults.add({ kind: "redirect", to: `${elsewhere.url}/leads` });
  const env = { ...process.env, SERVICEFORM_BASE_URL: server.url, SERVICEFORM_API_KEY: "sf_sandbox_key" };
  const run = promisify(execFile)("python3", ["leads.py"], { cwd: folder, env });
  await expect(run).rejects.toThrow("HTTP Error 30");
  expect(elsewhere.sandbox.requests).toEqual([]);
});

test("the script for Google Sheets writes a row for each lead, and no formula", async () => {
  const [, code = ""] = /^```js title="leads.gs"\n([\s\S]*?)^```$/m.exec(page) ?? [];
  const leads = await (await fetch(`${server.url}/leads`, { headers: { "sf-api-key": "sf_sandbox_key" } })).text();
  const requests: unknown[] = [];
  const ranges: unknown[] = [];
  let written: unknown[][] = [];
  const sheet = {
    clearContents: () => {},
    getRange: (...range: readonly number[]) => {
      ranges.push(range);
      const setValues = (values: unknown[][]): void => {
        written = values;
      };
      return { setValues };
    },
  };
  runInNewContext(`${code}writeLeads();`, {
    PropertiesService: { getScriptProperties: () => ({ getProperty: () => "sf_sandbox_key" }) },
    UrlFetchApp: {
      fetch: (...request: readonly unknown[]) => {
        requests.push(request);
        return { getContentText: () => leads };
      },
    },
    SpreadsheetApp: { getActiveSpreadsheet: () => ({ getSheets: () => [sheet] }) },
  });
  const options = { headers: { "sf-api-key": "sf_sandbox_key" }, followRedirects: false };
  expect(requests).toEqual([["https://link.serviceform.com/leads", options]]);
  expect(ranges).toEqual([[1, 1, 61, 6]]);
  expect(written.map((row) => row.length)).toEqual(Array(61).fill(6));
  expect(written.flat().filter((cell) => /^[=+\-@]/.test(String(cell)))).toEqual([]);
  expect(written.flat().some((cell) => /^'[=+\-@]/.test(String(cell)))).toBe(true);
});
