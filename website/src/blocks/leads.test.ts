import { execFile } from "node:child_process";
import { once } from "node:events";
import { writeFile } from "node:fs/promises";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { join } from "node:path";
import { promisify } from "node:util";
import { afterAll, expect, test } from "vitest";
import { stageBlocks } from "./stage-blocks.ts";

const LIMIT = { timeout: 30_000 };
const staged = await stageBlocks();
const blocks = staged.blocks.filter(({ file }) => file === "docs/stream-and-export-leads.md");
afterAll(() => staged[Symbol.asyncDispose]());

const SINCE = "2025-06-01T00:00:00.000Z";
const OLD = "2025-05-01T00:00:00.000Z";

/** What the guide does with leads by their times; one process for all, since starting it takes long. */
const isTaken = [
  [true, "changed since", { created: OLD, updated: "2025-06-02T00:00:00.000Z" }],
  [true, "created since and never changed", { created: "2025-06-02T00:00:00.000Z" }],
  [true, "created since, with null for its change", { created: "2025-06-02T00:00:00.000Z", updated: null }],
  [true, "without any time", {}],
  [true, "with a time that is none", { created: "yesterday" }],
  [true, "of the same millisecond", { updated: SINCE }],
  [true, "of the same second, in microseconds", { updated: "2025-06-01T00:00:00.000001Z" }],
  [true, "of a zone in which it was still May", { updated: "2025-05-31T22:00:00-05:00" }],
  [true, "ahead of the clock", { updated: "2999-01-01T00:00:00.000Z" }],
  [true, "the newest", { updated: "2025-06-03T02:00:00.000+02:00" }],
  [true, "nearly the newest, and later as a text", { updated: "2025-06-03T02:00:00.000+03:00" }],
  [false, "created before and never changed", { created: OLD }],
  [false, "changed before", { created: OLD, updated: "2025-05-31T23:59:59.999Z" }],
  [false, "of a zone in which it was June already", { updated: "2025-06-01T01:00:00+05:00" }],
] as const;

test("the guide to new leads takes each that may be new, and saves the newest time that is past", LIMIT, async () => {
  const { ids, saved } = await takeNew(isTaken.map(([, id, times]) => ({ id, ...times })));
  expect(ids).toEqual(isTaken.filter(([taken]) => taken).map(([, id]) => id));
  expect(saved).toBe("2025-06-03T00:00:00.000Z");
});

test("the guide to new leads keeps its place where nothing is new", LIMIT, async () => {
  expect(await takeNew([{ id: "lead-1", updated: OLD }])).toEqual({ ids: [], saved: SINCE });
});

test("the CSV of the guide is one that spreadsheets read as it is meant", LIMIT, async () => {
  const leads = [
    { id: "lead-1", first_name: "Jürgen", last_name: ["a", "b"], pageviews: -4, created: null },
    { id: "lead-2", first_name: 'Jane "JD"', last_name: "a;b", email: "two\nlines", created: { at: 1 } },
    ...["=1+1", "+1", "-1", "@A1", "\t=1", "\r=1"].map((email) => ({ id: "lead-3", email })),
  ];
  const [head, ...rows] = (await run("toCell", leads)).split("\r\n");
  expect(head).toBe("\uFEFFid,email,first_name,last_name,pageviews,created");
  expect(rows).toEqual([
    'lead-1,,Jürgen,"a,b",-4,',
    'lead-2,"two\nlines","Jane ""JD""","a;b",,"{""at"":1}"',
    ...["'=1+1", "'+1", "'-1", "'@A1", "'\t=1", '"\'\r=1"'].map((cell) => `lead-3,${cell},,,,`),
    "",
  ]);
});

async function takeNew(leads: readonly object[]): Promise<{ ids: string[]; saved: string }> {
  const printed = await run("saved", leads, "console.log(JSON.stringify({ ids: [...database.keys()], saved }));");
  return JSON.parse(printed.trim().split("\n").at(-1) ?? "");
}

/** What the block with a name in it prints while the API has these leads. */
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
