import { rmSync } from "node:fs";
import { mkdtemp, open, stat } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import type { CallToolResult } from "@modelcontextprotocol/server";
import { createCsvRenderer, joinChunks, NDJSON } from "@serviceform/csv";
import { counted } from "@serviceform/records";
import type { Contract } from "../contract.js";
import type { Input } from "../input/validate-input.js";
import type { RecordSource } from "../record/record-source.js";
import { viewRecord } from "../record/view-record.js";
import { closed } from "./closed.js";
import { findListOperations, type ListOperation } from "./list-operation.js";
import { readRecords } from "./read-records.js";
import { readStream, requiredParameters } from "./read-stream.js";
import { READ_ONLY, type Tool, type ToolCall } from "./tool.js";

type Format = "ndjson" | "csv";

/** The formats by file extension, with their media types. */
const FORMATS: { readonly [Name in Format]: string } = { ndjson: "application/x-ndjson", csv: "text/csv" };

/** Writes a whole list to a file of the user, so that it does not fill the context window of the assistant. */
export function createExportRecords(contract: Contract): Tool {
  const lists = findListOperations(contract);
  return {
    name: "export_records",
    description: "Export a whole list to a new file on this machine. Returns its path.",
    input: closed(
      {
        stream: { type: "string", enum: lists.map(({ noun }) => noun) },
        format: { type: "string", enum: Object.keys(FORMATS) },
        ...requiredParameters(contract, lists),
      },
      ["stream", "format"],
    ),
    annotations: { ...READ_ONLY, readOnlyHint: false, idempotentHint: false },
    run: (input, call) => exportRecords(lists, input, call),
  };
}

async function exportRecords(
  lists: readonly ListOperation[],
  { stream, format, ...parameters }: Input,
  call: ToolCall,
): Promise<CallToolResult> {
  const { list, request } = readStream(lists, stream, parameters);
  const source = await readRecords(list, request, call);
  // A folder and a file that only the user can read, with an unused name.
  const folder = await mkdtemp(join(tmpdir(), "serviceform-"));
  const name = `${list.noun}.${format}`;
  const path = join(folder, name);
  // A host ends the process without waiting for calls.
  const discardAtExit = (): void => discard(folder);
  process.once("exit", discardAtExit);
  try {
    const rows = await writeFile(path, list, source, format as Format, call);
    const mimeType = FORMATS[format as Format];
    const { size } = await stat(path);
    const link = { type: "resource_link" as const, uri: pathToFileURL(path).href, name, mimeType, size };
    const text = [`Exported ${counted(rows, list.noun)} to ${path}.`, ...source.notes()].join(" ");
    return { content: [{ type: "text", text }, link] };
  } catch (error) {
    discard(folder);
    throw error;
  } finally {
    process.off("exit", discardAtExit);
  }
}

/** As far as possible: Windows keeps the folder of an open file. */
function discard(folder: string): void {
  try {
    rmSync(folder, { recursive: true, force: true });
  } catch {}
}

async function writeFile(
  path: string,
  list: ListOperation,
  { records }: RecordSource,
  format: Format,
  { settings }: ToolCall,
): Promise<number> {
  const columns = Object.keys(list.schemas[list.element]?.fields ?? {});
  const { header, renderRow } = format === "csv" ? createCsvRenderer(columns) : NDJSON;
  let rows = 0;
  const render = (record: Input): string => {
    rows += 1;
    return renderRow(viewRecord(list.schemas, list.element, record, settings, columns));
  };
  const file = await open(path, "wx", 0o600);
  try {
    for await (const chunk of joinChunks(records, render, header)) await file.appendFile(chunk);
    return rows;
  } finally {
    await file.close();
  }
}
