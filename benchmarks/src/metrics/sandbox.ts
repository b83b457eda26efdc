import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { createSandbox } from "@serviceform/sandbox";
import type { Item } from "@serviceform/types";
import type { Metric } from "../metric.ts";
import { atMost, megabytes, milliseconds, times, whole } from "../result.ts";
import { contractFile, installServers } from "../servers/install-servers.ts";
import { type RunningCommand, sandboxBin, startCommand } from "../start-command.ts";
import { interleave, median, ratio } from "../statistics.ts";

/** The environment can set fewer: a million of each take minutes. */
const RECORDS = Number(process.env.SANDBOX_RECORDS ?? 100_000);
const ROUNDS = Number(process.env.SANDBOX_ROUNDS ?? 7);
const REQUESTS = 2_000;
const CONCURRENCY = 20;
const PAGES = 60;
const PAGE_LENGTH = 500;
const NOW = "2026-01-01T00:00:00Z";
const DAY_MS = 86_400_000;
const MEMORY_LIMIT = 150 * 2 ** 20;
const PAGE_LIMIT_MS = 50;

const OURS = "@serviceform/sandbox";

const headers = { "sf-api-key": "sf_sandbox_key", "content-type": "application/json", "accept-encoding": "identity" };

/** The sandbox as a server: requests per second compared with others, and time and memory of very many records. */
export const sandbox: Metric = async ({ quick }) => {
  const rounds = quick ? 1 : ROUNDS;
  const records = quick ? Math.min(RECORDS, 10_000) : RECORDS;
  const rates = await measureRates(rounds);
  const steps = await measureRecords(records);
  const base = rates.get(OURS) ?? [];
  return {
    method: `GET of one item over loopback, each server in a process of its own, ${CONCURRENCY} requests under way at once; ${rounds} rounds of ${whole(REQUESTS)} requests in random order; medians. Prism responds with an example and validates the request; json-server reads the same item from a file. Then the command \`serviceform-sandbox\` with ${whole(records)} leads and as many chats: what each step takes, and the peak resident memory of its process until then. A page is ${PAGE_LENGTH} chats, every other one with messages, from ${PAGES} moments of the 90 days.`,
    tables: [
      {
        columns: ["server", "requests per second", "× the sandbox"],
        rows: [...rates].map(([name, values]) => [name, whole(median(values)), times(ratio(values, base))]),
      },
      {
        title: `${whole(records)} leads and ${whole(records)} chats`,
        columns: ["step", "records per second", "time", "peak"],
        rows: steps.map(({ step, rate, ms, peak }) => [
          step,
          rate ? whole(rate) : "",
          milliseconds(ms),
          megabytes(peak),
        ]),
      },
    ],
    targets: [
      atMost("peak memory", Math.max(...steps.map(({ peak }) => peak)), MEMORY_LIMIT, megabytes),
      ...steps
        .filter(({ step }) => step.startsWith("a page"))
        .map(({ step, ms }) => atMost(`${step}, median`, ms, PAGE_LIMIT_MS, milliseconds)),
    ],
  };
};

async function measureRates(rounds: number): Promise<Map<string, readonly number[]>> {
  const folder = await installServers();
  const { items } = createSandbox({ now: NOW }).store;
  const [item] = items;
  const [tidyItem] = createSandbox({ now: NOW, messy: false }).store.items;
  if (!item || !tidyItem) throw new Error("The sandbox has no item.");
  const data = join(folder, "items.json");
  await writeFile(data, JSON.stringify({ items }));
  const bin = (name: string): string => join(folder, "node_modules", name);
  const pathOf = ({ space_id, id }: Item): string => `/flex/spaces/${space_id}/items/${id}`;
  await using messy = await startCommand(sandboxBin, ["--port", "0", "--now", NOW]);
  await using tidy = await startCommand(sandboxBin, ["--port", "0", "--now", NOW, "--tidy"]);
  await using json = await startCommand(bin("json-server/lib/cli/bin.js"), ["--port", "{port}", "--quiet", data]);
  await using prism = await startCommand(bin("@stoplight/prism-cli/dist/index.js"), [
    "mock",
    "--port",
    "{port}",
    contractFile,
  ]);
  const subjects = [
    [OURS, `${messy.url}${pathOf(item)}`],
    ["@serviceform/sandbox, tidy", `${tidy.url}${pathOf(tidyItem)}`],
    ["json-server", `${json.url}/items/${item.id}`],
    ["Prism", `${prism.url}${pathOf(item)}`],
  ] as const;
  for (const [, url] of subjects) await measureRate(url);
  const ratesOf = await interleave(subjects, rounds, ([, url]) => measureRate(url));
  return new Map(subjects.map((subject) => [subject[0], ratesOf(subject)]));
}

async function measureRate(url: string): Promise<number> {
  let left = REQUESTS;
  const startedAt = performance.now();
  const work = async (): Promise<void> => {
    while (left-- > 0) {
      const response = await fetch(url, { headers });
      if (!response.ok) throw new Error(`${url} responded with ${response.status}.`);
      await response.arrayBuffer();
    }
  };
  await Promise.all(Array.from({ length: CONCURRENCY }, work));
  return (REQUESTS / (performance.now() - startedAt)) * 1_000;
}

interface Step {
  readonly step: string;
  readonly rate?: number;
  readonly ms: number;
  readonly peak: number;
}

async function measureRecords(records: number): Promise<Step[]> {
  const count = String(records);
  const args = ["--port", "0", "--lead-count", count, "--chat-count", count, "--now", NOW];
  await using server = await startCommand(sandboxBin, args);
  const steps: Step[] = [];
  const note = async (step: string, ms: number, rate?: number): Promise<void> => {
    steps.push({ step, ms, ...(rate && { rate }), peak: await server.peakBytes() });
  };
  for (const day of ["", ", a day later"]) {
    if (day) await note("a next day", await timeOf(server, "/_sandbox/advance", { method: "POST", body: "{}" }));
    const leads = await timeOf(server, "/leads", {});
    await note(`all leads${day}`, leads, (records / leads) * 1_000);
    const chats = await timeOf(server, "/chats", { method: "POST", body: "{}" });
    await note(`all chats${day}`, chats, (records / chats) * 1_000);
    const pages: number[] = [];
    for (let page = 0; page < PAGES; page += 1) {
      const endTime = new Date(Date.parse(NOW) - (90 * DAY_MS * ((page * 7) % PAGES)) / PAGES).toISOString();
      const body = JSON.stringify({ endTime, limit: PAGE_LENGTH, showMessages: page % 2 === 0 });
      pages.push(await timeOf(server, "/chats", { method: "POST", body }));
    }
    await note(`a page of chats${day}`, median(pages));
  }
  return steps;
}

async function timeOf({ url }: RunningCommand, path: string, init: RequestInit): Promise<number> {
  const startedAt = performance.now();
  const response = await fetch(`${url}${path}`, { headers, ...init });
  if (!response.ok) throw new Error(`${path} responded with ${response.status}.`);
  for await (const _ of response.body ?? []);
  return performance.now() - startedAt;
}
