import { mkdir, readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { arrayBuffer } from "node:stream/consumers";
import { gunzipSync } from "node:zlib";
import { columnsOf } from "@serviceform/records";
import { parse } from "csv-parse/sync";
import { asyncBufferFromFile, parquetMetadataAsync, parquetReadObjects } from "hyparquet";
import readXlsx from "read-excel-file/node";
import { beforeEach, expect, onTestFinished, test } from "vitest";
import { renderParquet } from "../src/export/render-parquet.js";
import { renderXlsx } from "../src/export/render-xlsx.js";
import { createFolder } from "./create-folder.js";
import { parseLines, runCli } from "./run-cli.js";
import { type ServedSandbox, serveSandbox } from "./serve-sandbox.js";

const LONG = "x".repeat(40_000);
const MESSY = [
  { id: "lead-1", name: "=SUM(A1)", email: "+1", phone: "-5", source: "@cmd", created: "2025-01-01T12:00:00+02:00" },
  { id: "lead-2", name: 'say "hi", ok; tab\there\r\nnext', email: "", mobile: false, pageviews: -3, duration: 1.5 },
  {
    id: "lead-3",
    name: "ä ñ \u{1F600} \u0634\u0643\u0631\u0627 \u6f22",
    tools: [{ tid: "tool-1" }],
    updated: "2025-06-30T10:00:00.123Z",
  },
  { id: "lead-4", name: "nul\u0000 lone\ud800 _x0041_ <&>", history: [{ id: "msg-1", message: LONG }] },
];

let folder = "";
let server: ServedSandbox;

beforeEach(async () => {
  folder = await createFolder();
  server = await serveSandbox({ leadCount: 0 });
  onTestFinished(() => server[Symbol.asyncDispose]());
  server.sandbox.store.leads.push(
    // Some of their values are invalid on purpose.
    ...(structuredClone(MESSY) as never[]),
  );
});

async function exportLeads(name: string, ...flags: string[]) {
  const file = join(folder, name);
  const result = await runCli(["leads", "export", file, ...flags], { env: server.env });
  expect(result).toMatchObject({ exitCode: 0, stdout: "" });
  expect(await readdir(folder)).not.toContain(`${name}.part`);
  return { file, ...result };
}

test("NDJSON has the records unchanged", async () => {
  const { file } = await exportLeads("leads.ndjson");
  expect(parseLines(await readFile(file, "utf8"))).toEqual(MESSY);
});

test("another parser reads the same values from CSV, with formulas disarmed", async () => {
  const { file } = await exportLeads("leads.csv");
  const text = await readFile(file, "utf8");
  expect(text.startsWith("id,name,")).toBe(true);
  const rows: Record<string, string>[] = parse(text, { columns: true });
  expect(rows.map(({ id }) => id)).toEqual(["lead-1", "lead-2", "lead-3", "lead-4"]);
  expect(rows[0]).toMatchObject({
    name: "'=SUM(A1)",
    email: "'+1",
    phone: "'-5",
    source: "'@cmd",
    created: MESSY[0]?.created,
  });
  expect(rows[1]).toMatchObject({
    name: MESSY[1]?.name,
    email: "",
    mobile: "false",
    pageviews: "-3",
    duration: "1.5",
    source: "",
  });
  expect(rows[2]).toMatchObject({ name: MESSY[2]?.name, tools: '[{"tid":"tool-1"}]' });
  expect(JSON.parse(rows[3]?.history ?? "")).toEqual(MESSY[3]?.history);
});

test("--raw, --bom and --separator shape CSV, and .gz compresses it", async () => {
  const { file } = await exportLeads("leads.csv.gz", "--raw", "--bom", "--separator", ";", "--fields", "name,id");
  const text = gunzipSync(await readFile(file)).toString("utf8");
  expect(text.startsWith("\ufeffname;id\r\n=SUM(A1);lead-1\r\n")).toBe(true);
});

test("a flag of CSV that has no effect on another format is named", async () => {
  const { stderr } = await exportLeads("leads.parquet", "--bom", "--separator", ";");
  expect(stderr).toContain("note: --separator has no effect on parquet\nnote: --bom has no effect on parquet\n");
});

test("a record whose only cell is empty is no empty line of CSV, which readers skip", async () => {
  const { file } = await exportLeads("leads.csv", "--raw", "--fields", "phone");
  const rows: string[][] = parse(await readFile(file, "utf8"), { skip_empty_lines: true });
  expect(rows).toEqual([["phone"], ["-5"], [""], [""], [""]]);
});

test("another reader finds typed cells in XLSX", async () => {
  const { file, stderr } = await exportLeads("leads.xlsx");
  expect(stderr).toContain("cut 1 cell to the 32767 characters that Excel takes");
  const [sheet] = await readXlsx(file);
  const [header = [], ...rows] = sheet?.data ?? [];
  const records = rows.map((row) => Object.fromEntries(header.map((name, index) => [name, row[index]])));
  expect(records[0]).toMatchObject({ name: "=SUM(A1)", phone: "-5", created: new Date("2025-01-01T10:00:00Z") });
  expect(records[1]).toMatchObject({ name: MESSY[1]?.name, mobile: false, pageviews: -3, duration: 1.5 });
  expect(records[2]).toMatchObject({ name: MESSY[2]?.name, tools: '[{"tid":"tool-1"}]' });
  expect(String(records[3]?.history)).toHaveLength(32_767);
});

test("XLSX writes characters that XML forbids as _xHHHH_", async () => {
  const { file } = await exportLeads("leads.xlsx", "--fields", "id,name");
  const { inflateRawSync } = await import("node:zlib");
  const bytes = await readFile(file);
  // The first entry is the first sheet; its name ends 30 bytes and its length into the file.
  const xml = inflateRawSync(bytes.subarray(30 + bytes.readUInt16LE(26)), { finishFlush: 2 }).toString("utf8");
  expect(xml).toContain("nul_x0000_ lone_xD800_ _x005F_x0041_ &lt;&amp;&gt;");
  expect(xml).toContain("here&#13;\nnext");
  expect(xml).toMatch(/<row r="2"><c r="A2"/);
});

test("another reader finds types and values in Parquet", async () => {
  const { file } = await exportLeads("leads.parquet");
  const buffer = await asyncBufferFromFile(file);
  const { schema } = await parquetMetadataAsync(buffer);
  const types = Object.fromEntries(schema.map(({ name, type, converted_type }) => [name, converted_type ?? type]));
  const created = schema.find(({ name }) => name === "created");
  expect(created?.logical_type).toEqual({ type: "TIMESTAMP", isAdjustedToUTC: true, unit: "MILLIS" });
  expect(types).toMatchObject({
    created: "TIMESTAMP_MILLIS",
    pageviews: "INT64",
    duration: "DOUBLE",
    tools: "JSON",
    mobile: "BOOLEAN",
  });
  const rows = await parquetReadObjects({ file: buffer });
  expect(rows).toHaveLength(4);
  expect(rows[0]).toMatchObject({ name: "=SUM(A1)", created: new Date("2025-01-01T10:00:00Z"), updated: null });
  expect(rows[1]).toMatchObject({ name: MESSY[1]?.name, email: "", pageviews: -3n, duration: 1.5, mobile: false });
  expect(rows[2]).toMatchObject({
    name: MESSY[2]?.name,
    updated: new Date("2025-06-30T10:00:00.123Z"),
    tools: [{ tid: "tool-1" }],
  });
  expect(rows[3]?.history).toEqual(MESSY[3]?.history);
});

test("epoch seconds are times in Parquet, and fields that the contract lacks are named", async () => {
  server.sandbox.store.chats.length = 0;
  server.sandbox.store.chats.push({ cid: "chat-1", lastMessageTime: 1_735_725_600 }, {
    cid: "chat-2",
    later: 1,
    "": 2,
    // The type has no such record.
  } as never);
  const file = join(folder, "chats.parquet");
  const { stderr } = await runCli(["chats", "export", file], { env: server.env });
  const rows = await parquetReadObjects({ file: await asyncBufferFromFile(file) });
  expect(rows[0]).toMatchObject({ cid: "chat-1", lastMessageTime: new Date(1_735_725_600_000) });
  expect(stderr).toContain('fields that the contract lacks, left out: later, ""\n');
});

test("a value of another type is null in Parquet and counted", async () => {
  async function* records() {
    yield { cid: "chat-1", livechat: 1, livechatStarted: "noon" };
    yield { cid: 2, livechat: 0.5 };
    // Microseconds instead of seconds: a time that no `Date` has.
    yield { cid: "chat-3", lastMessageTime: 1_751_284_800_000_000 };
  }
  const mismatches: string[] = [];
  const onMismatch = (column: string) => mismatches.push(column);
  const file = await arrayBuffer(renderParquet(records(), columnsOf("Chat"), { onMismatch }));
  const rows = await parquetReadObjects({ file });
  expect(rows).toMatchObject([
    { cid: "chat-1", livechat: 1n, livechatStarted: null },
    { cid: null, livechat: null, livechatStarted: null },
    { cid: "chat-3", lastMessageTime: null },
  ]);
  expect(mismatches.sort()).toEqual(["cid", "lastMessageTime", "livechat", "livechatStarted"]);
});

test("an export that cannot open its file names no part", async () => {
  const file = join(folder, "leads.csv");
  await mkdir(`${file}.part`);
  const { exitCode, stderr } = await runCli(["leads", "export", file], { env: server.env });
  expect(exitCode).toBe(1);
  expect(stderr).toMatch(/^error: EISDIR.*\n$/);
});

test("a workbook that is not read to its end cancels the records", async () => {
  let cancelled = false;
  async function* records() {
    try {
      while (true) yield { id: String(Math.random()) };
    } finally {
      cancelled = true;
    }
  }
  const chunks = renderXlsx(records(), columnsOf("Lead"), { sheet: "leads", onCut: () => {} });
  await chunks.next();
  await chunks.next();
  await chunks.return(undefined);
  expect(cancelled).toBe(true);
});

test("items are exported from a space, and - is stdout", async () => {
  const spaceId = String(server.sandbox.store.spaces[0]?.id);
  const argv = ["items", "export", "-", "--space", spaceId, "--format", "csv", "--fields", "id"];
  const { stdout, exitCode } = await runCli(argv, { env: server.env });
  expect(exitCode).toBe(0);
  expect(stdout).toMatch(/^id\r\nitem-/);
});

test("the note on fields that the contract lacks names the first 50", async () => {
  const names = Array.from({ length: 60 }, (_, index) => `field${index}`);
  server.sandbox.store.leads = names.map((name, index) => ({ id: `lead-${index}`, [name]: 1 }));
  const { stderr } = await runCli(["leads", "export", join(folder, "leads.csv")], { env: server.env });
  expect(stderr).toContain(`note: fields that the contract lacks, left out: ${names.slice(0, 50).join(", ")}, …\n`);
});

/** What copies to the clipboard, then what begins a color, turns the direction, and goes to the start of the line. */
const COMMANDS = "\u001b]52;c;eA==\u0007 \u009b1m \u202e \rx";
const ESCAPED = "\\u001b]52;c;eA==\\u0007 \\u009b1m \\u202e";

test.for([
  { format: "csv", shown: `id,name\r\nlead-1,"${ESCAPED} \\u000dx"\r\n` },
  { format: "ndjson", shown: `{"id":"lead-1","name":"${ESCAPED} \\rx"}\n` },
])("an export as $format to a terminal has what a terminal would run escaped", async ({ format, shown }) => {
  server.sandbox.store.leads = [{ id: "lead-1", name: COMMANDS }];
  const argv = ["leads", "export", "-", "--format", format, "--fields", "id,name"];
  expect(await runCli(argv, { env: server.env, columns: 80 })).toMatchObject({ exitCode: 0, stdout: shown });
  expect((await runCli(argv, { env: server.env })).stdout).toContain("\u202e");
});

test.for(["xlsx", "parquet"])("an export as %s to a terminal is rejected", async (format) => {
  const result = await runCli(["leads", "export", "-", "--format", format], { env: server.env, columns: 80 });
  const stderr = "error: --format must be ndjson or csv on a terminal; redirect stdout, or name a file\n";
  expect(result).toEqual({ exitCode: 2, stdout: "", stderr });
  expect(server.sandbox.requests).toEqual([]);
});

test.for([
  [["leads.txt"], "FILE must end in .ndjson, .csv, .xlsx, .parquet"],
  [["-"], "--format is required, since - has no file extension"],
  [["leads.csv", "--format", "csv"], "--format must not be combined with a file"],
  [
    ["leads.xlsx", "--resume"],
    "--resume must be given with a file that ends in .ndjson or .csv, or in one of them and .gz",
  ],
  [["leads.csv", "--resume", "--fields", "name"], "--resume needs the field id among --fields"],
  [["leads.csv", "--separator", "x"], "--separator must be , ; | or tab"],
  [[], "FILE is required"],
] as const)("export %j is a usage error", async ([argv, message]) => {
  const { exitCode, stderr } = await runCli(["leads", "export", ...argv, "--sandbox"]);
  expect(stderr).toContain(message);
  expect(exitCode).toBe(2);
});
