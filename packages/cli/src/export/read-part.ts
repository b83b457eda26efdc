import { createReadStream } from "node:fs";
import { open } from "node:fs/promises";
import { CsvSplitter } from "@serviceform/csv";
import { UsageError } from "../errors/usage-error.js";

/** What an interrupted export has left. */
export interface Part {
  readonly keys: ReadonlySet<string>;
  /** Whether the header is there. */
  readonly hasHeader: boolean;
}

/** Reads the keys of a part, and cuts off a record that is not complete. */
export async function readPart(
  path: string,
  {
    format,
    key,
    names,
    separator = ",",
  }: {
    readonly format: "ndjson" | "csv";
    readonly key: string;
    readonly names: readonly string[];
    readonly separator?: string;
  },
): Promise<Part> {
  const keys = new Set<string>();
  const end =
    format === "csv" ? await readCsv(path, keys, { key, names, separator }) : await readLines(path, keys, key);
  const file = await open(path, "r+");
  await file.truncate(end);
  await file.close();
  return { keys, hasHeader: end > 0 };
}

/** Returns where the last whole record ends. */
async function readLines(path: string, keys: Set<string>, key: string): Promise<number> {
  let end = 0;
  let rest: Buffer = Buffer.alloc(0);
  for await (const chunk of createReadStream(path)) {
    rest = Buffer.concat([rest, chunk]);
    for (let at = rest.indexOf(10); at >= 0; at = rest.indexOf(10)) {
      keys.add(String(JSON.parse(rest.subarray(0, at).toString("utf8"))[key]));
      rest = rest.subarray(at + 1);
      end += at + 1;
    }
  }
  return end;
}

async function readCsv(
  path: string,
  keys: Set<string>,
  { key, names, separator }: { readonly key: string; readonly names: readonly string[]; readonly separator: string },
): Promise<number> {
  const splitter = new CsvSplitter(separator);
  let end = 0;
  for await (const chunk of createReadStream(path)) {
    for (const { cells, endsAt } of splitter.push(chunk)) {
      if (end === 0) assertSameColumns(cells, names, path);
      // A key that looks like a formula has a mark in front.
      else keys.add((cells[names.indexOf(key)] ?? "").replace(/^'(?=[=+\-@\t\r])/, ""));
      end = endsAt;
    }
  }
  return end;
}

function assertSameColumns(cells: readonly string[], names: readonly string[], path: string): void {
  if (JSON.stringify(cells) === JSON.stringify(names)) return;
  throw new UsageError(`${path} has other columns; repeat the flags it began with, or leave --resume out`);
}
