import { execFile } from "node:child_process";
import { once } from "node:events";
import { writeFile } from "node:fs/promises";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { join } from "node:path";
import { promisify } from "node:util";
import { afterAll, expect, test } from "vitest";
import { stageBlocks } from "./stage-blocks.ts";

const staged = await stageBlocks();
const blocks = staged.blocks.filter(({ file }) => file === "docs/stream-and-export-leads.md");
afterAll(() => staged[Symbol.asyncDispose]());

test("spreadsheets read the CSV of the guide correctly", async () => {
  const leads = [
    { id: "lead-1", first_name: "Jürgen", last_name: ["a", "b"], pageviews: -4, created: null },
    { id: "lead-2", first_name: 'Jane "JD"', last_name: "a;b", email: "two\nlines", created: { at: 1 } },
    ...["=1+1", "+1", "-1", "@A1", "\t=1", "\r=1", "\0=1"].map((email) => ({ id: "lead-3", email })),
  ];
  const [head, ...rows] = (await run("toCell", leads)).split("\r\n");
  expect(head).toBe("\uFEFFid,email,first_name,last_name,pageviews,created");
  expect(rows).toEqual([
    'lead-1,,Jürgen,"a,b",-4,',
    'lead-2,"two\nlines","Jane ""JD""","a;b",,"{""at"":1}"',
    ...["'=1+1", "'+1", "'-1", "'@A1", '"\'\t=1"', '"\'\r=1"', "'\0=1"].map((cell) => `lead-3,${cell},,,,`),
    "",
  ]);
});

test("the guide's export of changed leads compares times, and keeps leads without one", async () => {
  const leads = [
    { id: "old", created: "2025-05-01T00:00:00Z", updated: "2025-05-31T23:59:59Z" },
    { id: "old by its offset", updated: "2025-06-01T01:00:00+02:00" },
    { id: "new by its offset", updated: "2025-05-31T23:00:00-02:00" },
    { id: "same moment", updated: "2025-06-01T00:00:00Z" },
    { id: "half a second later", updated: "2025-06-01T00:00:00.500Z" },
    { id: "never updated", created: "2025-06-02T00:00:00Z", updated: null },
    { id: "without a time" },
  ];
  const end = "\nconsole.log(JSON.stringify(changed.map(({ id }) => id)));";
  expect(JSON.parse((await run("changed.push", leads, end)).split("\n")[1] ?? "")).toEqual([
    "new by its offset",
    "same moment",
    "half a second later",
    "never updated",
    "without a time",
  ]);
});

/** The output of the block that contains a text while the API has these leads. */
async function run(name: string, leads: readonly object[], end = ""): Promise<string> {
  const block = blocks.find(({ code }) => code.includes(name));
  const file = join(staged.folder, `leads-${name}.ts`);
  await writeFile(file, `${block?.code}${end}`);
  const server = createServer((_, response) => response.end(JSON.stringify(leads))).listen(0, "127.0.0.1");
  await once(server, "listening");
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const env = { SERVICEFORM_BASE_URL: url, SERVICEFORM_API_KEY: "sf_sandbox_key" };
  try {
    return (await promisify(execFile)(process.execPath, [file], { cwd: staged.folder, env })).stdout;
  } finally {
    server.closeAllConnections();
    server.close();
  }
}
