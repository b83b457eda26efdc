import { createClient, type ServiceformClient } from "@serviceform/client";
import type { Metric } from "../metric.ts";
import { atMost, milliseconds, type Table, times, whole } from "../result.ts";
import { runNode } from "../run-node.ts";
import { connectServer } from "../servers/connect-server.ts";
import { API_KEY, createServerCommands, type ServerCommand } from "../servers/mcp-servers.ts";
import { sandboxBin, startCommand } from "../start-command.ts";
import { interleave, median, ratio } from "../statistics.ts";

const LEADS = 500;
const ROUNDS = Number(process.env.ASSISTANT_ROUNDS ?? 30);
const CALLS_A_ROUND = 20;
const SPACE = { spaceId: "space-customers" };

/** The tools and responses of MCP servers of the same contract, and their times. */
export const assistants: Metric = async ({ quick }) => {
  await using api = await startCommand(sandboxBin, ["--port", "0", "--lead-count", String(LEADS)]);
  const client = createClient({ apiKey: API_KEY, baseUrl: api.url });
  const servers = await createServerCommands(api.url);
  const rounds = quick ? 3 : ROUNDS;
  const rows = [];
  for (const server of servers) rows.push(await inspect(server, client));
  const start = await measureStart(servers, rounds);
  const call = await measureCalls(servers, client, rounds);
  return {
    method: `Each server with all its tools, over stdio, through the official client, on one sandbox with ${LEADS} leads. ${rounds} rounds in random order; medians, and the median of the ratios within each round. A start ends when the tools are listed; a call gets one item, ${CALLS_A_ROUND} times a round.`,
    tables: [
      {
        title: "What an assistant gets",
        columns: ["server", "tool list, bytes", `list of ${LEADS} leads, bytes`, "email addresses in it", "a deletion"],
        rows,
      },
      start,
      call,
    ],
    targets: [
      atMost("bytes of the tool list", Number(rows[0]?.[1]?.replaceAll(" ", "")), 8192, whole),
      atMost("bytes of a list of leads", Number(rows[0]?.[2]?.replaceAll(" ", "")), 8000, whole),
    ],
  };
};

async function inspect(command: ServerCommand, client: ServiceformClient): Promise<readonly string[]> {
  await using server = await connectServer(command);
  const leads = await server.call("listLeads");
  const emails = (await client.listLeads()).filter(({ email }) => email && leads.includes(email));
  const { id } = await client.createItem({ ...SPACE, primary_field: "To be deleted" });
  await server.call("deleteItem", { ...SPACE, itemId: id });
  const isThere = (await client.listItems(SPACE)).some((item) => item.id === id);
  return [
    command.label,
    whole(Buffer.byteLength(JSON.stringify({ tools: server.tools }))),
    whole(Buffer.byteLength(leads)),
    whole(emails.length),
    isThere ? "is confirmed" : "at the first call",
  ];
}

/** The time until the tools are listed, without the shutdown of the server. */
async function measureStart(servers: readonly ServerCommand[], rounds: number): Promise<Table> {
  const empty = {
    label: "node -e 0",
    async start() {
      await runNode(["-e", "0"]);
      return performance.now();
    },
  };
  const starts = servers.map((command) => ({
    label: command.label,
    async start() {
      await using _server = await connectServer(command);
      return performance.now();
    },
  }));
  const subjects = [empty, ...starts];
  const samplesOf = await interleave(subjects, rounds, async ({ start }) => {
    const startedAt = performance.now();
    return (await start()) - startedAt;
  });
  return toTable("Start", subjects, samplesOf, "× an empty process");
}

async function measureCalls(
  servers: readonly ServerCommand[],
  client: ServiceformClient,
  rounds: number,
): Promise<Table> {
  await using stack = new AsyncDisposableStack();
  const [{ id = "" } = {}] = await client.listItems(SPACE);
  const input = { ...SPACE, itemId: id };
  const direct = { label: "@serviceform/client, directly", call: () => client.getItem(input) as Promise<unknown> };
  const peers = [];
  for (const command of servers) {
    const server = stack.use(await connectServer(command));
    peers.push({ label: command.label, call: () => server.call("getItem", input) as Promise<unknown> });
  }
  const callers = [direct, ...peers];
  // The first call loads modules, so it is not measured.
  for (const { call } of callers) await call();
  const samplesOf = await interleave(callers, rounds, async ({ call }) => {
    const startedAt = performance.now();
    for (let count = 0; count < CALLS_A_ROUND; count++) await call();
    return (performance.now() - startedAt) / CALLS_A_ROUND;
  });
  return toTable("A call", callers, samplesOf, "× a direct call");
}

/** The others are compared with the first one. */
function toTable<Subject extends { readonly label: string }>(
  title: string,
  subjects: readonly Subject[],
  samplesOf: (subject: Subject) => readonly number[],
  comparison: string,
): Table {
  const [base = []] = subjects.map(samplesOf);
  const rows = subjects.map((subject) => {
    const own = samplesOf(subject);
    return [subject.label, milliseconds(median(own)), times(ratio(own, base))];
  });
  return { title, columns: ["subject", "time", comparison], rows };
}
