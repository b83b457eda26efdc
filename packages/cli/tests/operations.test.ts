import { type OperationDescription, operations } from "@serviceform/types/describe";
import { expect, test } from "vitest";
import { display, widthOf } from "../src/output/display.js";
import { parseLines, runCli } from "./run-cli.js";
import { serveSandbox } from "./serve-sandbox.js";

const all = Object.entries(operations) as [string, OperationDescription][];

test.for(all)("%s has a command with the texts and the flags of the contract", async ([, operation]) => {
  const { exitCode, stdout } = await runCli([operation.noun, operation.verb, "--help"]);
  expect(exitCode).toBe(0);
  expect(stdout).toContain(operation.description.replace(/`/g, "").slice(0, 60));
  for (const key of Object.keys(operation.input.properties as object)) {
    expect(stdout).toContain(
      `--${key
        .replaceAll("_", "-")
        .replace(/(?<=[a-z])(?=[A-Z])/g, "-")
        .toLowerCase()}`,
    );
  }
});

test("items are created, read, updated and deleted", async () => {
  await using server = await serveSandbox();
  const { env, sandbox } = server;
  const spaceId = String(sandbox.store.spaces[0]?.id);
  const space = ["--space-id", spaceId, "--json"];
  const created = await runCli(["items", "create", ...space, "--primary-field", "=Acme; \u{1F600}"], { env });
  const { id } = JSON.parse(created.stdout);
  const item = [...space, "--item-id", id];
  expect(JSON.parse((await runCli(["items", "get", ...item], { env })).stdout)).toMatchObject({
    primary_field: "=Acme; \u{1F600}",
  });
  await runCli(["items", "update", ...item, "--primary-field", "Acme"], { env });
  const listed = await runCli(["items", "list", ...space], { env });
  expect(JSON.parse(listed.stdout)).toContainEqual(expect.objectContaining({ id, primary_field: "Acme" }));
  expect(await runCli(["items", "delete", ...item], { env })).toMatchObject({ exitCode: 0, stdout: "null\n" });
  expect((await runCli(["items", "get", ...item], { env })).exitCode).toBe(5);
});

test("a list is NDJSON when stdout is no terminal", async () => {
  await using server = await serveSandbox();
  const { stdout } = await runCli(["leads", "list"], { env: server.env });
  expect(parseLines(stdout)).toEqual(JSON.parse(JSON.stringify([...server.sandbox.store.leads])));
});

test("a list is a table of the summary fields on a terminal", async () => {
  const { stdout } = await runCli(["leads", "list", "--sandbox", "--limit", "3"], {
    columns: 120,
    env: { NO_COLOR: "1" },
  });
  const lines = stdout.trimEnd().split("\n");
  expect(lines[0]?.split(/\s+/)).toEqual(["id", "name", "email", "phone", "created", "updated", "source"]);
  expect(lines).toHaveLength(4);
  for (const line of lines) expect(line.length).toBeLessThanOrEqual(120);
});

test("a table has no control characters of the data", async () => {
  await using server = await serveSandbox({ leadCount: 1 });
  const { leads } = server.sandbox.store;
  leads[0] = { id: "lead-1", name: "\u001b[2Jred\u0007\u202e", email: "a\tb\r\nc" };
  const { stdout } = await runCli(["leads", "list"], { env: { ...server.env, NO_COLOR: "1" }, columns: 100 });
  expect(stdout).toContain("a b c");
  // biome-ignore lint/suspicious/noControlCharactersInRegex: the test is about control characters
  expect(stdout.replaceAll("\n", "")).not.toMatch(/[\u0000-\u001f\u202e]/);
});

test.for([40, 80, 200])("a table of any data fits %d columns", async (columns) => {
  const options = { columns, env: { NO_COLOR: "1" } };
  const { stdout, stderr } = await runCli(["leads", "list", "--sandbox", "--limit", "60"], options);
  const [header = "", ...lines] = stdout.trimEnd().split("\n");
  // More than those that set the widths.
  expect(lines).toHaveLength(60);
  for (const line of [header, ...lines]) expect(widthOf(line)).toBeLessThanOrEqual(columns);
  // The key is not truncated, and each column is aligned with its name.
  const starts = [...header.matchAll(/\S+/g)].map(({ index }) => index);
  for (const [index, line] of lines.entries()) {
    expect(line.split(/ {2,}/)[0]).toBe(`lead-${index + 1}`);
    for (const start of starts.slice(1)) expect(cellsBefore(line, start)).toMatch(/^$| {2}$/);
  }
  const leftOut = ["created", "updated", "source"].filter((name) => !header.includes(name));
  if (columns === 40) expect(leftOut.length).toBeGreaterThan(0);
  if (leftOut.length > 0)
    expect(stderr).toBe(`note: no room for ${leftOut.join(", ")}; choose with --fields, or use --json\n`);
});

test("a terminal without a size gets 80 columns", async () => {
  const words = ["leads", "list", "--sandbox", "--fields", "id,name,email,page,page_url"];
  const print = (columns: number) => runCli(words, { columns, env: { NO_COLOR: "1" } });
  expect((await print(0)).stdout).toBe((await print(80)).stdout);
});

/** The part of a line before a cell of the terminal; empty if the line ends before it. */
function cellsBefore(line: string, cell: number): string {
  let part = "";
  for (const character of line) {
    if (widthOf(part) >= cell) return part;
    part += character;
  }
  return "";
}

test.for([
  ["👩\u200d👩\u200d👧", "👩👩👧", 6],
  ["王小明", "王小明", 6],
  ["❤\ufe0f", "❤", 1],
  ["🇫🇮", "🇫🇮", 2],
  ["e\u0301", "e\u0301", 1],
  ["می\u200cخواهم", "می\u200cخواهم", 7],
  ["a\u200bb\u2066c\ufeff", "a\ufffdb\ufffdc ", 6],
  ["\u009b31m\u0000\ud83d", "\ufffd31m\ufffd\ufffd", 6],
] as const)("%j is shown as %j, which takes %d cells", ([text, shown, cells]) => {
  expect(display(text)).toBe(shown);
  expect(widthOf(shown)).toBe(cells);
});

test("JSON on a terminal has control characters as escapes, and the same value", async () => {
  await using server = await serveSandbox({ leadCount: 1 });
  const lead = { id: "lead-1", name: "\u009b31m\u202e\u200f\u007f" };
  server.sandbox.store.leads[0] = lead;
  const options = { env: { ...server.env, NO_COLOR: "1" }, columns: 100 };
  const { stdout } = await runCli(["leads", "list", "--json"], options);
  expect(stdout).not.toMatch(/[\p{Cf}\u007f-\u009f]/u);
  expect(JSON.parse(stdout)).toEqual([lead]);
});

test("a message has no control characters of the data", async () => {
  await using server = await serveSandbox({ leadCount: 1 });
  server.sandbox.store.leads[0] = Object.assign({ id: "lead-1" }, { "\u001b[2Jred": 1 });
  const { stderr } = await runCli(["leads", "export", "-", "--format", "csv"], { env: server.env });
  expect(stderr).toContain("left out: \ufffd[2Jred\n");
});

test.for([40, 80])("help fits %d columns", async (columns) => {
  for (const words of [[], ["leads", "export"], ["items", "import"], ["chats", "list"]]) {
    const { stdout } = await runCli([...words, "--help"], { columns });
    for (const line of stdout.split("\n")) {
      // What has no space cannot be broken.
      if (line.length > columns) expect(line.trim()).toMatch(/^\S+( {2,}\S+)?$/);
    }
  }
  const { stdout } = await runCli(["leads", "export", "--help"], { columns });
  expect(stdout).toMatch(/\[--limit\] +N: how many/);
});

test("--fields, --where, --limit and --redact shape a list", async () => {
  const flags = ["--fields", "email,id,phone", "--where", "id != lead-1", "--limit", "2", "--redact"];
  const { stdout } = await runCli(["leads", "list", "--sandbox", ...flags]);
  const records = parseLines(stdout);
  expect(records).toHaveLength(2);
  for (const record of records) {
    expect(record.id).not.toBe("lead-1");
    if (record.email) expect(record.email).toMatch(/^(.\*\*\*@[\w.-]+|\*\*\*)$/u);
    expect(Object.keys(record).filter((name) => !["email", "id", "phone"].includes(name))).toEqual([]);
  }
});

test("a limit with a condition is applied after the condition", async () => {
  await using server = await serveSandbox();
  const cid = server.sandbox.store.chats[40]?.cid;
  const { stdout, stderr } = await runCli(["chats", "list", "--limit", "1", "--where", `cid = ${cid}`], {
    env: server.env,
  });
  expect(parseLines(stdout).map(({ cid }) => cid)).toEqual([cid]);
  expect(stderr).toContain("after the download");
});

test("a limit that the operation has is sent, and times are sent in ISO 8601", async () => {
  await using server = await serveSandbox();
  await runCli(["chats", "list", "--limit", "2", "--start-time", "2025-01-01", "--no-show-messages"], {
    env: server.env,
  });
  expect(server.sandbox.requests.at(-1)?.body).toMatchObject({
    limit: 2,
    startTime: "2025-01-01T00:00:00.000Z",
    showMessages: false,
  });
});

test("--json prints one document", async () => {
  const { stdout } = await runCli(["spaces", "list", "--sandbox", "--json", "--fields", "id"]);
  expect(JSON.parse(stdout)[0]).toEqual({ id: expect.any(String) });
});

test("an array repeats its flag", async () => {
  const metrics = ["--metrics", "totalChats", "--metrics", "satisfactionScore"];
  const { stdout } = await runCli(["statistics", "get", "--sandbox", ...metrics]);
  expect(Object.keys(JSON.parse(stdout)).sort()).toEqual(["satisfactionScore", "totalChats"]);
});

test("an interrupt ends a command that waits for its input on stdin", async () => {
  const controller = new AbortController();
  async function* endless() {
    controller.abort(new Error("interrupted"));
    await new Promise(() => {});
    yield "";
  }
  const options = { stdin: endless(), signal: controller.signal };
  const { exitCode, stderr } = await runCli(["api", "listChats", "--sandbox", "--input", "-"], options);
  expect([exitCode, stderr]).toEqual([130, "error: interrupted\n"]);
});

test("api calls an operation by its operationId, with input from a text or stdin", async () => {
  const { stdout } = await runCli(["api", "listChats", "--sandbox", "--input", '{"limit":1}']);
  expect(parseLines(stdout)).toHaveLength(1);
  const stdin = (async function* () {
    yield '\ufeff{"limit":';
    yield Buffer.from("2}");
  })();
  const piped = await runCli(["api", "listChats", "--sandbox", "--input", "-"], { stdin });
  expect(parseLines(piped.stdout)).toHaveLength(2);
});
