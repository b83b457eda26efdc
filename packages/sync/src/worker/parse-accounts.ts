import { parseKeySource } from "@serviceform/credentials";
import { CsvSplitter } from "@serviceform/csv";
import { isHttpUrl } from "../is-http-url.js";
import type { Account } from "./account.js";

/**
 * Parses a list of accounts from CSV with the columns `account`, `key`, `group` and `base_url`, of which the first two
 * are required. Errors name the line and never show a value of the column `key`, which could be a key.
 */
export function parseAccounts(text: string): Account[] {
  const splitter = new CsvSplitter();
  const [header, ...rows] = [...splitter.push(Buffer.from(text)), ...splitter.end()];
  if (header === undefined) throw new Error("the file of accounts must have a header line");
  const columns = header.cells;
  const unknown = columns.find((name) => !COLUMNS.has(name));
  if (unknown !== undefined) throw new Error(`unknown column "${unknown}"; expected ${[...COLUMNS].join(", ")}`);
  for (const name of REQUIRED) if (!columns.includes(name)) throw new Error(`column "${name}" is required`);

  const accounts = new Map<string, Account>();
  for (const { cells, line } of rows) {
    const account = toAccount(columns, cells, line);
    if (accounts.has(account.account)) throw new Error(`line ${line}: account "${account.account}" is listed twice`);
    accounts.set(account.account, account);
  }
  return [...accounts.values()];
}

function toAccount(columns: readonly string[], cells: readonly string[], line: number): Account {
  if (cells.length !== columns.length) {
    throw new Error(`line ${line} must have ${columns.length} cells, but has ${cells.length}`);
  }
  const cell = (name: string): string => cells[columns.indexOf(name)]?.trim() ?? "";
  const account = cell("account");
  if (account === "") throw new Error(`line ${line}: account is required`);
  parseKeySource(cell("key"), `line ${line}: key`);
  const baseUrl = cell("base_url");
  if (baseUrl !== "" && !isHttpUrl(baseUrl)) {
    throw new Error(`line ${line}: base_url must be an http or https URL`);
  }
  return { account, keyRef: cell("key"), group: cell("group") || undefined, baseUrl: baseUrl || undefined };
}

const COLUMNS = new Set(["account", "key", "group", "base_url"]);
const REQUIRED = ["account", "key"];
