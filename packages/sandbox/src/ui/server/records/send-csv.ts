import { SAFETY_HEADERS } from "../safety-headers.js";
import { renderCsv } from "./render-csv.js";
import type { Selected } from "./select-records.js";

/** Sends records as a file to download, generated as it is read. */
export function sendCsv(fileName: string, fields: readonly string[], records: AsyncIterable<Selected>): Response {
  const rows = renderCsv(fields, records);
  const encoder = new TextEncoder();
  const body = new ReadableStream<Uint8Array>(
    {
      async pull(controller) {
        const { done, value } = await rows.next();
        if (done) controller.close();
        else controller.enqueue(encoder.encode(value));
      },
      cancel: () => void rows.return(undefined),
    },
    { highWaterMark: 0 },
  );
  const headers = {
    "content-type": "text/csv; charset=utf-8",
    "content-disposition": `attachment; filename="${fileName}"`,
    "cache-control": "no-store",
  };
  return new Response(body, { headers: { ...SAFETY_HEADERS, ...headers } });
}
