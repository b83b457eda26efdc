import { afterAll, expect, test } from "vitest";
import { toBuckets } from "../src/statistics/buckets.js";
import { runCli } from "./run-cli.js";
import { type ServedSandbox, serveSandbox } from "./serve-sandbox.js";

const now = "2025-06-30T12:00:00Z";
const RANGE = ["--from", "2025-06-01", "--to", now];

test.for([
  ["day", 30, "2025-06-01T23:59:59.000Z"],
  ["week", 6, "2025-06-01T23:59:59.000Z"],
  ["month", 1, "2025-06-30T12:00:00.000Z"],
] as const)("buckets of a %s", ([size, count, firstEnd]) => {
  const buckets = toBuckets(new Date("2025-06-01"), new Date("2025-06-30T12:00:00Z"), size);
  expect(buckets).toHaveLength(count);
  expect(buckets[0]).toEqual({ from: "2025-06-01T00:00:00.000Z", to: firstEnd });
  expect(buckets.at(-1)?.to).toBe("2025-06-30T12:00:00.000Z");
});

test("--json has the figures of each bucket, and their sum is that of the range", async () => {
  await using server = await serveSandbox({ now });
  const { stdout, exitCode } = await runCli(["statistics", "show", ...RANGE, "--by", "week", "--json"], {
    env: server.env,
  });
  expect(exitCode).toBe(0);
  const buckets: { from: string; totalChats: number }[] = JSON.parse(stdout);
  const whole = await runCli(
    ["statistics", "get", "--start-time", "2025-06-01", "--end-time", "2025-06-30T12:00:00Z", "--json"],
    { env: server.env },
  );
  const { totalChats } = JSON.parse(whole.stdout);
  expect(totalChats).toBeGreaterThan(0);
  expect(buckets.reduce((sum, bucket) => sum + bucket.totalChats, 0)).toBe(totalChats);
});

test("--json escapes control characters on a terminal", async () => {
  await using server = await serveSandbox({ now });
  for (const chat of server.sandbox.store.chats) chat.agentName = "A\u009b1m\u202eB";
  const argv = ["statistics", "show", ...RANGE, "--json"];
  const { stdout } = await runCli(argv, { env: server.env, columns: 80 });
  expect(stdout).toContain("A\\u009b1m\\u202eB");
  expect(stdout).not.toMatch(/[\u009b\u202e]/);
  expect(JSON.parse(stdout)).toEqual(JSON.parse((await runCli(argv, { env: server.env })).stdout));
});

test("a terminal shows a plot, agents and sources", async () => {
  await using server = await serveSandbox({ now });
  const { stdout } = await runCli(["statistics", "show", ...RANGE], { env: server.env });
  for (const text of ["Chats a day from 2025-06-01 to 2025-06-30", "06-01", "before", "Agents", "Sources", "━"])
    expect(stdout).toContain(text);
});

test("an agent without a name is shown by the ID", async () => {
  await using server = await serveSandbox({ now });
  for (const chat of server.sandbox.store.chats) Object.assign(chat, { agentId: "agent-7", agentName: "" });
  const { stdout } = await runCli(["statistics", "show", ...RANGE], { env: server.env });
  expect(stdout).toMatch(/^agent-7 +\d/m);
});

/** Generates its chats once for all widths. */
const many = await serveSandbox({ now, chatCount: 3_000 });
afterAll(() => many[Symbol.asyncDispose]());

test.for([40, 80, 200])(
  "plot and tables fit %d columns, with the period before beside each figure",
  async (columns) => {
    const options = { env: { ...many.env, NO_COLOR: "1" }, columns };
    const { stdout } = await runCli(["statistics", "show", ...RANGE], options);
    const lines = stdout.split("\n");
    for (const line of lines) expect(line.length).toBeLessThanOrEqual(Math.max(columns, 44));
    const { totalChats } = await readTotal(many, RANGE);
    const before = await readTotal(many, ["--from", "2025-05-02T11:59:59Z", "--to", "2025-05-31T23:59:59Z"]);
    const numbers = lines
      .find((line) => line.startsWith("Chats  "))
      ?.replaceAll("\u202f", "")
      .match(/\d+/g);
    expect(numbers?.map(Number)).toEqual([totalChats, before.totalChats]);
  },
);

async function readTotal(server: ServedSandbox, range: readonly string[]): Promise<{ totalChats: number }> {
  const flags = range.map((word) => word.replace("--from", "--start-time").replace("--to", "--end-time"));
  return JSON.parse((await runCli(["statistics", "get", ...flags], { env: server.env })).stdout);
}

test("a range that ends before its start is a usage error", async () => {
  const { exitCode, stderr } = await runCli(["statistics", "show", "--sandbox", "--from", "now", "--to", "30d"]);
  expect([exitCode, stderr]).toEqual([2, "error: --from must not be after --to\n"]);
});
