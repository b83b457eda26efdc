import { type FileHandle, lstat, open } from "node:fs/promises";
import { columnsNamed, columnsOf, counted, type JsonRecord, pickFields } from "@serviceform/records";
import type { OperationDescription, OperationId } from "@serviceform/types/describe";
import { schemas } from "@serviceform/types/describe";
import { openClient } from "../connection/open-client.js";
import { ReplaceError, UsageError } from "../errors/usage-error.js";
import { withFileLock } from "../file-lock.js";
import type { ConnectionFlags } from "../flags/connection-flags.js";
import { type InputFlag, readInput } from "../flags/input-flags.js";
import type { ListFlags } from "../flags/list-flags.js";
import type { Io } from "../io.js";
import { readList } from "../lists/read-list.js";
import { createFile } from "../output/create-file.js";
import { warn } from "../output/warn.js";
import { writeChunks } from "../output/write-chunks.js";
import { resolveFile, writeThroughPart } from "../output/write-through-part.js";
import { describePart } from "./describe-part.js";
import { type ExportFormat, type ExportTarget, parseTarget } from "./export-format.js";
import { gzipMembers } from "./gzip-members.js";
import { createYoungHeapLimit } from "./limit-young-heap.js";
import { printChunks } from "./print-chunks.js";
import { createProgress, type Progress } from "./progress.js";
import { type Part, readPart } from "./read-part.js";
import { type RenderNotes, renderFormat } from "./render-format.js";

export interface ExportFlags extends ConnectionFlags, ListFlags {
  readonly format?: ExportFormat;
  readonly separator?: string;
  readonly bom?: boolean;
  readonly raw?: boolean;
  readonly resume?: boolean;
}

export interface ExportCommand {
  readonly operationId: OperationId;
  readonly operation: OperationDescription;
  readonly schema: string;
  readonly inputs: readonly InputFlag[];
}

/** Writes a list to a file, which gets its name only when it is complete. */
export async function exportList(command: ExportCommand, flags: ExportFlags, io: Io, file = ""): Promise<void> {
  const named = parseTarget(file, flags.format);
  assertText(named, io);
  warnOfCsvFlags(named, flags, io);
  const target = named.path === undefined ? named : { ...named, path: await resolveFile(named.path) };
  const write = (): Promise<void> => writeList(command, target, flags, io);
  await (target.path === undefined ? write() : withFileLock(`${target.path}.part`, write));
}

/** Flags that no other format has. */
const CSV_FLAGS = ["separator", "bom", "raw"] as const;

function warnOfCsvFlags({ format }: ExportTarget, flags: ExportFlags, io: Io): void {
  if (format === "csv") return;
  for (const name of CSV_FLAGS) if (flags[name]) warn(io, flags, `note: --${name} has no effect on ${format}`);
}

function assertText({ path, format }: ExportTarget, { stdout }: Io): void {
  if (path !== undefined || !stdout.isTTY || format === "ndjson" || format === "csv") return;
  throw new UsageError("--format must be ndjson or csv on a terminal; redirect stdout, or name a file");
}

async function writeList(command: ExportCommand, target: ExportTarget, flags: ExportFlags, io: Io): Promise<void> {
  const { operationId, schema, operation, inputs } = command;
  const columns = flags.fields ? columnsNamed(flags.fields, schema) : columnsOf(schema);
  const names = columns.map(({ name }) => name);
  const part = flags.resume ? await readPartOf(target, command, names, flags) : undefined;
  const client = await openClient(flags, io);
  if (flags.where) warn(io, flags, "note: --where is applied on this machine, after the download");

  const progress = createProgress(io, { noun: operation.noun, quiet: flags.quiet === true });
  const notes: RenderNotes = { cut: 0, mismatches: new Map(), unknown: new Set() };
  const request = { operationId, schema, input: readInput(flags, inputs), flags, io };
  const records = pickRecords(readList(client, request), { schema, fields: flags.fields, part, progress, notes });
  const chunks = renderFormat(records, {
    format: target.format,
    columns,
    flags,
    notes,
    sheet: operation.noun,
    header: !part?.hasHeader,
  });
  let hasRecords = part !== undefined;
  const openPartFile = async (path: string, mode: number): Promise<FileHandle> => {
    const opened = await (part ? open(path, "a") : createFile(path, mode));
    hasRecords = true;
    return opened;
  };
  try {
    await writeTarget(countBytes(chunks, progress), target, openPartFile, io);
  } catch (error) {
    progress.end();
    if (hasRecords && !(error instanceof ReplaceError)) warn(io, {}, describePart(target, io.argv ?? []));
    throw error;
  }
  progress.end();
  report(notes, target, flags, io);
  const added = part ? ` (${progress.count} added)` : "";
  const total = progress.count + (part?.keys.size ?? 0);
  warn(io, flags, `${counted(total, operation.noun)} in ${target.path ?? "stdout"}${added}`);
}

async function readPartOf(
  { path, format, gzip }: ExportTarget,
  { schema }: ExportCommand,
  names: readonly string[],
  { separator }: ExportFlags,
): Promise<Part | undefined> {
  if (path === undefined || (format !== "ndjson" && format !== "csv")) {
    throw new UsageError("--resume must be given with a file that ends in .ndjson or .csv, or in one of them and .gz");
  }
  const key = schemas[schema]?.key ?? "";
  if (!names.includes(key)) throw new UsageError(`--resume needs the field ${key} among --fields`);
  const stats = await lstat(`${path}.part`).catch(() => undefined);
  if (!stats) return undefined;
  // A link could lead to any file of the user.
  if (!stats.isFile()) throw new UsageError(`${path}.part must be a file; leave --resume out to start again`);
  return readPart(`${path}.part`, { format, gzip, key, names, ...(separator !== undefined && { separator }) });
}

interface PickOptions {
  readonly schema: string;
  readonly fields: readonly string[] | undefined;
  readonly part: Part | undefined;
  readonly progress: Progress;
  readonly notes: RenderNotes;
}

/** The names that the note on unknown fields has; a response can have others in each record. */
const MAX_NAMES = 50;

/** How many records pass between two checks of the memory of the process. */
const RECORDS_PER_CHECK = 256;

/**
 * The records that the file lacks, with the fields that are written. A single generator, since each costs time for
 * every record.
 */
async function* pickRecords(
  records: AsyncIterable<JsonRecord>,
  { schema, fields, part, progress, notes }: PickOptions,
): AsyncGenerator<JsonRecord> {
  const { key = "", fields: known = {} } = schemas[schema] ?? {};
  const limitYoungHeap = createYoungHeapLimit();
  for await (const record of records) {
    if (part?.keys.has(String(record[key]))) continue;
    for (const name in record) {
      if (notes.unknown.size <= MAX_NAMES && !Object.hasOwn(known, name)) notes.unknown.add(name);
    }
    progress.record();
    if (progress.count % RECORDS_PER_CHECK === 0) limitYoungHeap();
    yield fields ? pickFields(record, fields) : record;
  }
}

async function writeTarget(
  chunks: AsyncIterable<Uint8Array>,
  { path, gzip }: ExportTarget,
  openPartFile: (path: string, mode: number) => Promise<FileHandle>,
  io: Io,
): Promise<void> {
  if (path === undefined) return printChunks(chunks, io);
  const bytes = gzip ? gzipMembers(chunks) : chunks;
  await writeThroughPart(path, (part, mode) => writeChunks(bytes, () => openPartFile(part, mode)));
}

async function* countBytes(chunks: AsyncIterable<string | Uint8Array>, progress: Progress): AsyncGenerator<Uint8Array> {
  for await (const chunk of chunks) {
    const bytes = typeof chunk === "string" ? Buffer.from(chunk) : chunk;
    progress.bytes(bytes.length);
    yield bytes;
  }
}

function report({ cut, mismatches, unknown }: RenderNotes, { format }: ExportTarget, flags: ExportFlags, io: Io): void {
  if (cut > 0) warn(io, flags, `warning: cut ${counted(cut, "cells")} to the 32767 characters that Excel takes`);
  for (const [field, count] of mismatches) {
    warn(io, flags, `warning: ${counted(count, "values")} of ${field} had another type; null in the file`);
  }
  if (unknown.size === 0) return;
  const names = [...unknown].map((name, index) => (index < MAX_NAMES ? name || '""' : "…")).join(", ");
  const kept = format === "ndjson" && !flags.fields;
  warn(io, flags, `note: fields that the contract lacks${kept ? "" : ", left out"}: ${names}`);
}
