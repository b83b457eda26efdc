import { type ChildProcess, fork } from "node:child_process";
import { on } from "node:events";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { findGrowth, type Stage } from "./find-growth.ts";
import type { Sample } from "./memory.ts";
import type { ReaderMessage } from "./read.ts";

const { values } = parseArgs({ options: { leads: { type: "string", default: "1000000" } } });
const leads = Number(values.leads);
const children: ChildProcess[] = [];
/** By default V8 collects garbage late, and the figures would include it. */
const SMALL_HEAP = ["--expose-gc", "--max-old-space-size=96", "--max-semi-space-size=8"];

/** Messy texts and compression take most of the time, and a part of the leads would already fill the memory. */
const MESSY_PART = 0.1;

try {
  const faults = [...(await stream(leads, "tidy", "identity")), ...(await stream(leads * MESSY_PART, "messy", "gzip"))];
  for (const fault of faults) console.error(fault);
  process.exitCode = faults.length === 0 ? 0 : 1;
} finally {
  for (const child of children) child.kill();
}

/** Streams all leads from one process to another, and returns the problems. */
async function stream(leads: number, texts: "tidy" | "messy", coding: string): Promise<string[]> {
  const started = performance.now();
  const server = start("serve.ts", String(leads), texts);
  const url = await server.next<string>();
  const reader = start("read.ts", url, String(leads), coding);
  const stages: Stage[] = [];
  for (;;) {
    const message = await reader.next<ReaderMessage>();
    if (!("sample" in message)) return [...findGrowth(stages), ...findLoss(message, leads)];
    server.process.send("memory");
    const stage = { read: message.read, server: await server.next<Sample>(), reader: message.sample };
    stages.push(stage);
    console.log(`${texts}, ${coding}: ${line(stage, performance.now() - started)}`);
  }
}

interface Child {
  readonly process: ChildProcess;
  /** The next message of the process. */
  readonly next: <Message>() => Promise<Message>;
}

function start(file: string, ...args: string[]): Child {
  const process = fork(join(import.meta.dirname, file), args, { execArgv: SMALL_HEAP });
  children.push(process);
  const messages = on(process, "message", { close: ["exit"] });
  return {
    process,
    async next() {
      const { done, value } = await messages.next();
      if (done) throw new Error(`${file} ended before it had sent every message`);
      return value[0];
    },
  };
}

function findLoss({ read, inOrder }: Exclude<ReaderMessage, { sample: Sample }>, leads: number): string[] {
  return read === leads && inOrder ? [] : [`${read} of ${leads} leads came, ${inOrder ? "" : "not "}in order.`];
}

function line({ read, server, reader }: Stage, ms: number): string {
  const megabytes = ({ rss, heap }: Sample): string => `${toMegabytes(rss)} MB, heap ${toMegabytes(heap)} MB`;
  return `${read} leads in ${Math.round(ms / 100) / 10} s: server ${megabytes(server)}; reader ${megabytes(reader)}`;
}

function toMegabytes(bytes: number): number {
  return Math.round(bytes / 1_000_000);
}
