import { type OperationDescription, operations } from "@serviceform/types/describe";
import { expect, test } from "vitest";
import { parseLines, runCli } from "./run-cli.js";
import { serveSandbox } from "./serve-sandbox.js";

const all = Object.entries(operations) as [string, OperationDescription][];

test.for(all)("%s has a command with the texts and the flags of the contract", async ([, operation]) => {
  const { exitCode, stdout } = await runCli([operation.noun, operation.verb, "--help"]);
  expect(exitCode).toBe(0);
  expect(stdout).toContain(operation.description.replace(/`/g, "").slice(0, 60));
  for (const key of Object.keys(operation.input.properties as object)) {
    expect(stdout).toContain(`--${key.replace(/_/g, "-").replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)}`);
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

test("a list is NDJSON where stdout is no terminal", async () => {
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

test("a table has no control characters, whatever a visitor typed", async () => {
  await using server = await serveSandbox({ leadCount: 1 });
  const { leads } = server.sandbox.store;
  leads[0] = { id: "lead-1", name: "\u001b[2Jred\u0007\u202e", email: "a\tb\r\nc" };
  const { stdout } = await runCli(["leads", "list"], { env: { ...server.env, NO_COLOR: "1" }, columns: 100 });
  expect(stdout).toContain("a b c");
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what must not be there
  expect(stdout.replaceAll("\n", "")).not.toMatch(/[\u0000-\u001f\u202e]/);
});

test("--fields, --where, --limit and --redact shape a list", async () => {
  const { stdout } = await runCli([
    ...[
      "leads",
      "list",
      "--sandbox",
      "--fields",
      "email,id,phone",
      "--where",
      "id != lead-1",
      "--limit",
      "2",
      "--redact",
    ],
  ]);
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
  const wanted = server.sandbox.store.chats[40]?.cid;
  const { stdout, stderr } = await runCli(["chats", "list", "--limit", "1", "--where", `cid = ${wanted}`], {
    env: server.env,
  });
  expect(parseLines(stdout).map(({ cid }) => cid)).toEqual([wanted]);
  expect(stderr).toContain("after the download");
});

test("a limit that the API knows is sent, and times are sent in ISO 8601", async () => {
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

test("api calls an operation by its operationId, with input from a text or stdin", async () => {
  const { stdout } = await runCli(["api", "listChats", "--sandbox", "--input", '{"limit":1}']);
  expect(parseLines(stdout)).toHaveLength(1);
  const stdin = (async function* () {
    yield '{"limit":';
    yield Buffer.from("2}");
  })();
  const piped = await runCli(["api", "listChats", "--sandbox", "--input", "-"], { stdin });
  expect(parseLines(piped.stdout)).toHaveLength(2);
});
