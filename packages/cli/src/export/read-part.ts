import { createReadStream } from "node:fs";
import { open } from "node:fs/promises";
import { CsvSplitter, isFormula } from "@serviceform/csv";
import { UsageError } from "../errors/usage-error.js";
import { readMembers } from "./gzip-members.js";

/** The part of a file that an interrupted export has written. */
export interface Part {
  readonly keys: ReadonlySet<string>;
  /** Whether the part has the header. */
  readonly hasHeader: boolean;
}

export interface PartOptions {
  readonly format: "ndjson" | "csv";
  readonly gzip: boolean;
  readonly key: string;
  readonly names: readonly string[];
  readonly separator?: string;
}

type Chunks = AsyncIterable<Uint8Array>;

/** Reads the keys of a part, and truncates an incomplete record. */
export async function readPart(path: string, options: PartOptions): Promise<Part> {
  const keys = new Set<string>();
  const read = options.format === "csv" ? readCsv : readLines;
  let membersEnd = 0;
  const inMembers = async function* (): AsyncGenerator<Uint8Array> {
    for await (const { bytes, endsAt } of readMembers(path)) {
      yield bytes;
      membersEnd = endsAt;
    }
  };
  const chunks = options.gzip ? inMembers() : createReadStream(path);
  const recordsEnd = await read(chunks, keys, { ...options, path }).catch((error: NodeJS.ErrnoException) => {
    // The file system names the file itself.
    if (error instanceof UsageError || error.syscall !== undefined) throw error;
    throw new UsageError(`${path} is damaged (${error.message}); leave --resume out to start again`);
  });

  const file = await open(path, "r+");
  // A member ends with a complete record.
  await file.truncate(options.gzip ? membersEnd : recordsEnd);
  await file.close();
  return { keys, hasHeader: recordsEnd > 0 };
}

/** Returns the end offset of the last complete record. */
async function readLines(chunks: Chunks, keys: Set<string>, { key }: PartOptions): Promise<number> {
  let end = 0;
  let line = 0;
  let rest: Buffer = Buffer.alloc(0);
  for await (const chunk of chunks) {
    rest = Buffer.concat([rest, chunk]);
    for (let at = rest.indexOf(10); at >= 0; at = rest.indexOf(10)) {
      line += 1;
      keys.add(readKey(rest.subarray(0, at), key, line));
      rest = rest.subarray(at + 1);
      end += at + 1;
    }
  }
  return end;
}

function readKey(json: Buffer, key: string, line: number): string {
  let value: unknown;
  try {
    value = JSON.parse(json.toString("utf8"))[key];
  } catch {
    throw new Error(`line ${line} must be a JSON object`);
  }
  // Other records without a key would count as written.
  if (value === undefined || value === null) throw new Error(`line ${line} must have ${key}`);
  return String(value);
}

async function readCsv(
  chunks: Chunks,
  keys: Set<string>,
  { key, names, separator = ",", path }: PartOptions & { readonly path: string },
): Promise<number> {
  const splitter = new CsvSplitter(separator);
  let end = 0;
  for await (const chunk of chunks) {
    for (const { cells, endsAt, line } of splitter.push(chunk)) {
      if (end === 0) assertSameColumns(cells, names, path);
      else keys.add(readCell(cells[names.indexOf(key)], key, line));
      end = endsAt;
    }
  }
  return end;
}

/** A key that looks like a formula has an apostrophe before it. */
function readCell(cell: string | undefined, key: string, line: number): string {
  if (!cell) throw new Error(`line ${line} must have ${key}`);
  return cell.startsWith("'") && isFormula(cell.slice(1)) ? cell.slice(1) : cell;
}

function assertSameColumns(cells: readonly string[], names: readonly string[], path: string): void {
  if (JSON.stringify(cells) === JSON.stringify(names)) return;
  throw new UsageError(`${path} has other columns; pass the same flags as before, or leave --resume out`);
}
