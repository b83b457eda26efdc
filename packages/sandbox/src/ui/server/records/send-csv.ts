import { renderCsv } from "./render-csv.js";
import type { Selected } from "./select-records.js";

/** Sends records as a file to download, generated as it is read. */
export function sendCsv(fileName: string, fields: readonly string[], records: AsyncIterable<Selected>): Response {
  const headers = {
    "content-type": "text/csv; charset=utf-8",
    "content-disposition": `attachment; filename="${fileName}"`,
  };
  return new Response(ReadableStream.from(encode(renderCsv(fields, records))), { headers });
}

async function* encode(texts: AsyncIterable<string>): AsyncGenerator<Uint8Array> {
  const encoder = new TextEncoder();
  for await (const text of texts) yield encoder.encode(text);
}
