import { renderCsv } from "./render-csv.js";
import type { Selected } from "./select-records.js";

/** Sends records as a file to download, generated as it is read. */
export function sendCsv(fileName: string, fields: readonly string[], records: AsyncIterable<Selected>): Response {
  const headers = {
    "content-type": "text/csv; charset=utf-8",
    "content-disposition": `attachment; filename="${fileName}"`,
  };
  const texts = ReadableStream.from(renderCsv(fields, records));
  return new Response(texts.pipeThrough(new TextEncoderStream()), { headers });
}
