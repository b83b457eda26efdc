import { columnsNamed, type JsonRecord, pickFields, summaryFields } from "@serviceform/records";
import type { ListFlags } from "../flags/list-flags.js";
import type { Io } from "../io.js";
import { createWriter, type Writer } from "../output/create-writer.js";
import { Table } from "../output/table.js";

/** Prints records as they arrive: a table on a terminal, else NDJSON; or as one JSON document. */
export async function printList(
  records: AsyncIterable<JsonRecord>,
  {
    schema,
    flags,
    io,
  }: { readonly schema: string; readonly flags: ListFlags & { readonly json?: boolean }; readonly io: Io },
): Promise<void> {
  const writer = createWriter(io.stdout);
  const { fields, json = false } = flags;
  if (json) return printDocument(records, fields, writer);
  if (io.stdout.isTTY) {
    const columns = columnsNamed(fields ?? summaryFields(schema), schema);
    return printTable(records, new Table(columns, io, writer));
  }
  for await (const record of records) await writer.write(`${toJson(record, fields)}\n`);
  await writer.flush();
}

async function printTable(records: AsyncIterable<JsonRecord>, table: Table): Promise<void> {
  for await (const record of records) await table.push(record);
  await table.end();
}

/** After the last record has arrived, so that stdout holds either the document or an error. */
async function printDocument(
  records: AsyncIterable<JsonRecord>,
  fields: readonly string[] | undefined,
  writer: Writer,
): Promise<void> {
  const elements: string[] = [];
  for await (const record of records) elements.push(toJson(record, fields));
  await writer.write("[");
  for (const [index, element] of elements.entries()) await writer.write(index === 0 ? element : `,${element}`);
  await writer.write("]\n");
  await writer.flush();
}

function toJson(record: JsonRecord, fields: readonly string[] | undefined): string {
  return JSON.stringify(fields ? pickFields(record, fields) : record);
}
