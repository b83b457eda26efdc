import { readFile } from "node:fs/promises";
import { parseKeyFlags } from "@serviceform/credentials";
import { counted, printableText } from "@serviceform/records";
import { isHttpUrl } from "../../is-http-url.js";
import { type Account, type AccountStore, parseAccounts } from "../../worker/index.js";
import type { Command } from "../command.js";
import type { CommandIo } from "../io.js";
import { type FlagValues, textOf } from "../parse-flags.js";
import { printResult } from "../print-result.js";
import { UsageError } from "../usage-error.js";
import { databaseFlags, databaseOf, withFleet } from "./open-fleet.js";

export const accountsCommand: Command = {
  usage: "add NAME | list | pause NAME | resume NAME | import FILE.csv",
  summary: "Add, list, pause or resume the accounts of a fleet; keys are named by reference and never stored",
  flags: {
    ...databaseFlags,
    "key-env": { value: "variable", help: "with add: the key is in this variable of the worker" },
    "key-file": { value: "path", help: "with add: the key is in this file of the worker" },
    "key-command": { value: "command", help: "with add: the key is the output of this command" },
    group: { value: "name", help: "with add: whose share of the workers it uses (default: its own)" },
    "base-url": { value: "url", help: "with add: another server" },
  },
  maxArguments: 2,
  async run({ values, positionals }, io) {
    const act = await parseAction(positionals, values);
    return withFleet(databaseOf(values, io), ({ accounts }) => act(accounts, values, io));
  },
};

type Action = (accounts: AccountStore, values: FlagValues, io: CommandIo) => Promise<number>;

/** Parses the whole command line, and reads files, before the database is opened. */
async function parseAction(positionals: readonly string[], values: FlagValues): Promise<Action> {
  const [verb = "", name] = positionals;
  switch (verb) {
    case "list":
      return list;
    case "add":
      return put([toAccount(required(name, "NAME"), values)]);
    case "import":
      return put(await readAccounts(required(name, "FILE")));
    case "pause":
      return setPaused(required(name, "NAME"), (accounts, account) => accounts.pause(account, "paused by hand"));
    case "resume":
      return setPaused(required(name, "NAME"), (accounts, account) => accounts.resume(account));
    default:
      throw new UsageError(`unknown action "${verb}"; expected add, list, pause, resume, import`);
  }
}

function required(text: string | undefined, param: string): string {
  if (!text) throw new UsageError(`${param} is required`);
  return text;
}

function toAccount(account: string, values: FlagValues): Account {
  const names = ["key-env", "key-file", "key-command"] as const;
  const source = parseKeyFlags(Object.fromEntries(names.map((name) => [name, textOf(values, name)])));
  if (source === undefined || "profile" in source) {
    throw new UsageError("one of --key-env, --key-file and --key-command is required");
  }
  const baseUrl = textOf(values, "base-url");
  if (baseUrl !== undefined && !isHttpUrl(baseUrl)) throw new UsageError("--base-url must be an http or https URL");
  return { account, keyRef: `${source.kind}:${source.value}`, group: textOf(values, "group"), baseUrl };
}

async function readAccounts(file: string): Promise<readonly Account[]> {
  try {
    return parseAccounts(await readFile(file, "utf8"));
  } catch (error) {
    const { message, code } = error as NodeJS.ErrnoException;
    throw new UsageError(code === undefined ? `${file}: ${message}` : `${file} must be readable (${code})`);
  }
}

function put(added: readonly Account[]): Action {
  return async (accounts, values, io) => {
    await accounts.put(added);
    return printResult(io, values, { accounts: added.length }, `${counted(added.length, "accounts")}\n`);
  };
}

function setPaused(account: string, set: (accounts: AccountStore, account: string) => Promise<void>): Action {
  return async (accounts, values, io) => {
    if ((await accounts.find(account)) === undefined) throw new UsageError(`unknown account "${account}"`);
    await set(accounts, account);
    const now = await accounts.find(account);
    return printResult(io, values, now ?? {}, `${account}: ${now?.paused ? "paused" : "active"}\n`);
  };
}

const list: Action = async (accounts, values, io) => {
  const all = await accounts.list();
  const lines = all.map(({ account, group = account, keyRef, paused, pausedReason }) =>
    [account, group, keyRef, paused ? `paused: ${pausedReason}` : "active"].map(printableText).join("  "),
  );
  return printResult(io, values, all, lines.map((line) => `${line}\n`).join(""));
};
