import { execFile } from "node:child_process";
import { join } from "node:path";
import { createClient } from "@serviceform/client";
import { type ServerOptions, startServer } from "@serviceform/sandbox/server";
import { operationTable } from "@serviceform/types";
import { expect, onTestFinished, test } from "vitest";
import { runTour } from "./run-tour.ts";
import { createStep, type Row } from "./step.ts";
import { visitOthers } from "./visit-others.ts";

test("calls every operation over HTTP and says in one line each what came back", async () => {
  const { code, lines } = await tour();
  const rows = lines
    .filter((text) => / \d+\.\d ms {2}/.test(text))
    .map((text) => text.replace(/ +\d+\.\d ms +/, " | "));
  const titles = rows.map((row) => row.replaceAll(/ {2,}/g, " "));
  const story = titles.slice(0, 13);
  expect(story).toEqual([
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
      /^getChatStatistics GET \/statistics\/chat 200 \| \d+ chats, answered after .+ s on average$/,
    ),
  ]);
  const idOf = (row: string) => row.split(" ")[0] ?? "";
  const inStory = new Set(story.map(idOf));
  const ids = Object.keys(operationTable);
  expect(titles.slice(13).map(idOf).sort()).toEqual(ids.filter((id) => !inStory.has(id)).sort());
  expect(lines.at(-1)).toBe(`${titles.length} calls, all ${ids.length} operations, every answer as expected.`);
  expect(code).toBe(0);
});

test("ends with 1 and both sides when an answer is wrong", async () => {
  const preload = join(import.meta.dirname, "fixture/wrong-title.ts");
  const child = await run(["--import", preload, join(import.meta.dirname, "main.ts")]);
  expect(child.stdout).toContain(
    'A surprise.\n  expected: the item\'s title after the update to be "Acme & Sons"\n  got:      "Acme"\n',
  );
  expect(child.code).toBe(1);
});

test("ends with 1 after an error, a repeated attempt or an unusable body", async () => {
  const error = await tour({ faults: [{ kind: "status", status: 500, operation: "listChats", times: 99 }] });
  expect(error.lines.at(-1)).toMatch(/^ {2}got: {6}ApiError: .+ listChats POST /);
  expect(error.code).toBe(1);
  const repeated = await tour({
    faults: [{ kind: "status", status: 503, operation: "listLeads", retryAfterSeconds: 0 }],
  });
  expect(repeated.lines.slice(-2)).toEqual([
    "  expected: the statuses of listLeads to be [200]",
    "  got:      [503,200]",
  ]);
  expect(repeated.code).toBe(1);
  const html = await tour({ faults: [{ kind: "html", operation: "getChatStatistics", times: 99 }] });
  expect(html.lines.at(-1)).toMatch(/^ {2}got: {6}ResponseError: /);
  expect(html.code).toBe(1);
});

test("what the story leaves out is called as the contract shows it", async () => {
  const { sandbox, url, close } = await startServer();
  onTestFinished(close);
  const rows: Row[] = [];
  const { hooks, step } = createStep((row) => rows.push(row));
  const client = createClient({ apiKey: "sf_sandbox_key", baseUrl: url, hooks });
  const [item] = sandbox.store.items.filter(({ space_id }) => space_id === sandbox.store.spaces[0]?.id);
  await visitOthers(client, step, ["deleteItem", "getItem", "listLeads"]);
  expect(rows.map(({ operation, status, outcome }) => `${operation} ${status}: ${outcome}`)).toEqual([
    `getItem 200: an object with ${Object.keys(item ?? {}).join(", ")}`,
    "listLeads 200: a list of 60",
    "deleteItem 200: nothing, as documented",
  ]);
  expect(sandbox.store.items).not.toContain(item);
});

async function tour(options: ServerOptions = {}): Promise<{ code: number; lines: string[] }> {
  let printed = "";
  const code = await runTour({ startServer: () => startServer(options), print: (line) => (printed += `${line}\n`) });
  return { code, lines: printed.split("\n").filter((line) => line !== "") };
}

function run(args: string[]): Promise<{ code: number; stdout: string }> {
  return new Promise((resolve) => {
    execFile(process.execPath, args, (error, stdout) => resolve({ code: Number(error?.code ?? 0), stdout }));
  });
}
