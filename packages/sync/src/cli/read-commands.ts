import { counted, parseTime, printableText } from "@serviceform/records";
import type { Sync } from "../create-sync.js";
import { TABLE_NAMES, tablesOf } from "../streams.js";
import type { Person, RunRow } from "../target/target.js";
import type { Command } from "./command.js";
import { createOfflineSync, createSyncFromFlags, streamsOf } from "./create-sync-from-flags.js";
import { EXIT } from "./exit-code.js";
import { connectionFlags, offlineFlags, redactionFlags, streamFlags, targetFlags } from "./flags.js";
import { integerOf, requiredText, textOf } from "./parse-flags.js";
import { printLines } from "./print-lines.js";
import { printResult } from "./print-result.js";
import { UsageError } from "./usage-error.js";

export const statusCommand: Command = {
  usage: "--to TARGET",
  summary: "Show the last run of each account and stream",
  flags: { ...offlineFlags, ...streamFlags },
  async run({ values }, io) {
    const tables = streamsOf(values).flatMap(tablesOf);
    const account = textOf(values, "account") ?? textOf(values, "profile");
    return withSync(createOfflineSync(values, io), async (sync) => {
      const all = await sync.status();
      const rows = all.filter((row) => tables.includes(row.stream) && (account ?? row.account) === row.account);
      return printResult(io, values, rows, rows.map(renderStatus).join(""));
    });
  },
};

function renderStatus({ account, stream, status, run, ended, error }: RunRow): string {
  const reason = error === null ? "" : `: ${printableText(error)}`;
  return `${account} ${stream}: ${status}, run ${run}, ${ended ?? "not ended"}${reason}\n`;
}

export const verifyCommand: Command = {
  usage: "--to TARGET",
  summary: "Read the API again and compare it with the mirror; exits with 3 if they differ",
  flags: {
    ...targetFlags,
    ...streamFlags,
    messages: { help: "compare the messages of chats too (default: if the mirror has them)" },
    ...redactionFlags,
    ...connectionFlags,
  },
  async run({ values }, io, signal) {
    return withSync(createSyncFromFlags(values, io), async (sync) => {
      const report = await sync.verify({ signal });
      const entries = Object.entries(report);
      const lines = entries.map(
        ([stream, { missing, extra, different }]) =>
          `${stream}: ${missing.length} missing, ${extra.length} extra, ${different.length} different\n`,
      );
      printResult(io, values, report, lines.join(""));
      const isSame = entries.every(
        ([, { missing, extra, different }]) => missing.length + extra.length + different.length === 0,
      );
      return isSame ? EXIT.done : EXIT.refused;
    });
  },
};

export const diffCommand: Command = {
  usage: "--since RUN --to TARGET",
  summary: "Print what differs from the mirror as it was after a run, as NDJSON",
  flags: { since: { value: "run", help: "the number of a run" }, ...offlineFlags, ...streamFlags },
  async run({ values }, io, signal) {
    requiredText(values, "since");
    const since = integerOf(values, "since", 0) ?? 0;
    return withSync(createOfflineSync(values, io), (sync) => printLines(sync.changes(since), io.stdout, signal));
  },
};

export const asOfCommand: Command = {
  usage: "TIME|RUN --stream NAME --to TARGET",
  summary: "Print the records of a stream as they were at a time or after a run, as NDJSON",
  flags: { stream: { value: "name", help: TABLE_NAMES.join(", ") }, ...offlineFlags },
  maxArguments: 1,
  async run({ values, positionals: [at] }, io, signal) {
    if (at === undefined) throw new UsageError("a time or the number of a run is required");
    const name = requiredText(values, "stream");
    const table = TABLE_NAMES.find((known) => known === name);
    if (!table) throw new UsageError(`unknown stream "${name}"; expected ${TABLE_NAMES.join(", ")}`);
    const moment = parseMoment(at);
    return withSync(createOfflineSync(values, io), (sync) => printLines(sync.asOf(table, moment), io.stdout, signal));
  },
};

function parseMoment(text: string): Date | number {
  if (/^\d+$/.test(text)) return Number(text);
  const time = parseTime(text, Date.now());
  if (time !== undefined) return new Date(time);
  throw new UsageError("the time must be in ISO 8601, a time ago such as 30d, or the number of a run");
}

const PERSON_FLAGS = ["lead", "chat", "email", "uid"] as const;

export const purgeCommand: Command = {
  usage: "--lead ID|--chat ID|--email X|--uid X --to TARGET",
  summary: "Remove a person, with all leads and chats of the same uid, from the mirror and its history",
  flags: {
    lead: { value: "id", help: "the visitor of this lead" },
    chat: { value: "id", help: "the visitor of this chat" },
    email: { value: "address", help: "records with this address, in any case, and their visitors" },
    uid: { value: "id", help: "the visitor with this uid" },
    ...redactionFlags,
    ...offlineFlags,
  },
  async run({ values }, io) {
    const names = PERSON_FLAGS.filter((name) => values[name] !== undefined);
    const [name, second] = names;
    if (name === undefined) throw new UsageError("one of --lead, --chat, --email, --uid is required");
    if (second !== undefined) throw new UsageError(`--${name} must not be combined with --${second}`);
    // TypeScript widens the computed key to any string.
    const person = { [name]: requiredText(values, name) } as unknown as Person;
    return withSync(createOfflineSync(values, io), async (sync) => {
      const { removed } = await sync.purge(person);
      if (!values.quiet) io.stderr.write("the next run adds the records again that the API still has\n");
      return printResult(io, values, { removed }, `${counted(removed, "records")} removed\n`);
    });
  },
};

async function withSync(creating: Promise<Sync>, use: (sync: Sync) => Promise<number>): Promise<number> {
  const sync = await creating;
  try {
    return await use(sync);
  } finally {
    await sync.close();
  }
}
