import { createClient } from "@serviceform/client";
import { memory, type Sample } from "./memory.ts";

/** The messages of the reading process: its progress and memory, and at the end the result. */
export type ReaderMessage =
  | { readonly read: number; readonly sample: Sample }
  | { readonly read: number; readonly inOrder: boolean };

const [url = "", leads = "", coding = ""] = process.argv.slice(2);
const marks = [0.1, 0.5, 1].map((part) => Math.floor(part * Number(leads)));
const send = (message: ReaderMessage) => process.send?.(message);

let [read, inOrder] = [0, true];
const headers = { "accept-encoding": coding };
const client = createClient({ apiKey: "sf_sandbox_key", baseUrl: url, headers });
for await (const { id } of client.stream.listLeads()) {
  read += 1;
  inOrder &&= id === `lead-${read}`;
  if (marks.includes(read)) send({ read, sample: memory() });
}
send({ read, inOrder });
process.disconnect();
