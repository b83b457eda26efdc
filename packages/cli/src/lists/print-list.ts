import { columnsNamed, type JsonRecord, pickFields, renderJson, schemaOf, summaryFields } from "@serviceform/records";
import type { ListFlags } from "../flags/list-flags.js";
import type { Io } from "../io.js";
import { createWriter, type Writer } from "../output/create-writer.js";
import { printTable } from "../output/print-table.js";
import { warn } from "../output/warn.js";

interface ListOutput {
  readonly schema: string;
  readonly flags: ListFlags & { readonly json?: boolean; readonly quiet?: boolean };
  readonly io: Io;
}

/** Prints records as they arrive, as a table on a terminal, else as NDJSON; or all of them as one JSON document. */
export async function printList(records: AsyncIterable<JsonRecord>, { schema, flags, io }: ListOutput): Promise<void> {
  const writer = createWriter(io.stdout);
  const { fields, json = false } = flags;
  const render = (record: JsonRecord): string => renderJson(fields ? pickFields(record, fields) : record, io.stdout);
  if (json) return printDocument(records, render, writer);
  if (io.stdout.isTTY) {
    const columns = columnsNamed(fields ?? summaryFields(schema), schema);
    const omitted = await printTable(records, { columns, key: schemaOf(schema).key, io, writer });
    if (omitted.length > 0)
      warn(io, flags, `note: no room for ${omitted.join(", ")}; choose with --fields, or use --json`);
    return;
  }
  for await (const record of records) await writer.write(`${render(record)}\n`);
  await writer.flush();
}

/** Prints after the last record has arrived, so that stdout has either the document or an error. */
async function printDocument(
  records: AsyncIterable<JsonRecord>,
  render: (record: JsonRecord) => string,
  writer: Writer,
): Promise<void> {
  const elements: string[] = [];
  for await (const record of records) elements.push(render(record));
  await writer.write("[");
  for (const [index, element] of elements.entries()) await writer.write(index === 0 ? element : `,${element}`);
  await writer.write("]\n");
  await writer.flush();
}
