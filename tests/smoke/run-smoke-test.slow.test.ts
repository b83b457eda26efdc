import { execFile } from "node:child_process";
import { join } from "node:path";
import { createClient } from "@serviceform/client";
import { type ServerOptions, startServer } from "@serviceform/sandbox/server";
import { operationTable } from "@serviceform/types";
import { expect, onTestFinished, test } from "vitest";
import { callOthers } from "./call-others.ts";
import { runSmokeTest } from "./run-smoke-test.ts";
import { createStep, type Row } from "./step.ts";

test("runSmokeTest calls every operation over HTTP and prints a line for each call", async () => {
  const { code, lines } = await smokeTest();
  const rows = lines
    .filter((text) => / \d+\.\d ms {2}/.test(text))
    .map((text) => text.replace(/ +\d+\.\d ms +/, " | "));
  const titles = rows.map((row) => row.replaceAll(/ {2,}/g, " "));
  const inOrder = titles.slice(0, 13);
  expect(inOrder).toEqual([
    "listSpaces GET /flex/spaces 200 | 4 spaces: Customers, Bookings, Suppliers, Archive",
    expect.stringMatching(/^listItems GET \/flex\/spaces\/space-customers\/items 200 \| \d+ items$/),
    expect.stringMatching(/^createItem POST \/flex\/spaces\/space-customers\/items 200 \| created item-\d+ "Acme"$/),
    expect.stringMatching(/^getItem GET \/flex\/spaces\/space-customers\/items\/item-\d+ 200 \| read item-\d+ "Acme"$/),
    expect.stringMatching(/^updateItem PUT .+ 200 \| updated item-\d+ "Acme & Sons"$/),
    expect.stringMatching(/^deleteItem DELETE .+ 200 \| deleted item-\d+$/),
    expect.stringMatching(/^listItems GET \/flex\/spaces\/space-customers\/items 200 \| \d+ items$/),
    expect.stringMatching(/^getItem GET .+\/no-such-item 404 \| on purpose: .+$/),
    expect.stringMatching(/^createItem POST \/flex\/spaces\/no-such-space\/items 422 \| on purpose: .+$/),
    expect.stringMatching(/^listLeads GET \/leads 200 \| \d+ leads$/),
    expect.stringMatching(/^listLeads GET \/leads 200 \| \d+ leads, streamed one at a time$/),
    expect.stringMatching(/^listChats POST \/chats 200 \| the newest 3 chats, with \d+ messages$/),
    expect.stringMatching(
      /^getChatStatistics GET \/statistics\/chat 200 \| \d+ chats, response after .+ s on average$/,
    ),
  ]);
  const idOf = (row: string) => row.split(" ")[0] ?? "";
  const called = new Set(inOrder.map(idOf));
  const ids = Object.keys(operationTable);
  expect(titles.slice(13).map(idOf).sort()).toEqual(ids.filter((id) => !called.has(id)).sort());
  expect(lines.at(-1)).toBe(`${titles.length} calls, all ${ids.length} operations, every response as expected.`);
  expect(code).toBe(0);
});

test("runSmokeTest exits with 1 and prints both values when a response is wrong", async () => {
  const preload = join(import.meta.dirname, "fixture/wrong-title.ts");
  const child = await run(["--import", preload, join(import.meta.dirname, "main.ts")]);
  expect(child.stdout).toContain(
    'The smoke test failed: the title after the update\n  expected: "Acme & Sons"\n  received: "Acme"\n',
  );
  expect(child.code).toBe(1);
});

test("runSmokeTest exits with 1 after an error, a retry or an invalid body", async () => {
  const error = await smokeTest({ faults: [{ kind: "status", status: 500, operation: "listChats", times: 99 }] });
  expect(error.lines.at(-1)).toMatch(/^The smoke test failed: ApiError: .+ listChats POST /);
  expect(error.code).toBe(1);
  const retried = await smokeTest({
    faults: [{ kind: "status", status: 503, operation: "listLeads", retryAfterSeconds: 0 }],
  });
  expect(retried.lines.slice(-3)).toEqual([
    "The smoke test failed: the statuses of listLeads",
    "  expected: [200]",
    "  received: [503,200]",
  ]);
  expect(retried.code).toBe(1);
  const html = await smokeTest({ faults: [{ kind: "html", operation: "getChatStatistics", times: 99 }] });
  expect(html.lines.at(-1)).toMatch(/^The smoke test failed: ResponseError: /);
  expect(html.code).toBe(1);
});

test("callOthers calls operations with the examples of the contract", async () => {
  const { sandbox, url, close } = await startServer();
  onTestFinished(close);
  const rows: Row[] = [];
  const { hooks, step } = createStep((row) => rows.push(row));
  const client = createClient({ apiKey: "sf_sandbox_key", baseUrl: url, hooks });
  const [item] = sandbox.store.items.filter(({ space_id }) => space_id === sandbox.store.spaces[0]?.id);
  await callOthers(client, step, ["deleteItem", "getItem", "listLeads"]);
  expect(rows.map(({ operation, status, outcome }) => `${operation} ${status}: ${outcome}`)).toEqual([
    `getItem 200: an object with ${Object.keys(item ?? {}).join(", ")}`,
    "listLeads 200: a list of 60",
    "deleteItem 200: nothing, as documented",
  ]);
  expect(sandbox.store.items).not.toContain(item);
});

async function smokeTest(options: ServerOptions = {}): Promise<{ code: number; lines: string[] }> {
  let printed = "";
  const code = await runSmokeTest({
    startServer: () => startServer(options),
    print: (line) => (printed += `${line}\n`),
  });
  return { code, lines: printed.split("\n").filter((line) => line !== "") };
}

function run(args: string[]): Promise<{ code: number; stdout: string }> {
  return new Promise((resolve) => {
    execFile(process.execPath, args, (error, stdout) => resolve({ code: Number(error?.code ?? 0), stdout }));
  });
}
