import type { Lead } from "@serviceform/types";
import { peakMemory } from "../peak-memory.ts";
import type { CreatePeer } from "../peer.ts";

/** Reads all leads in one way and prints milliseconds, and bytes of memory at the start and the peak. */
const [, , way, peer, baseUrl = ""] = process.argv;
const startBytes = process.memoryUsage.rss();
const startedAt = performance.now();
let firstMs: number | undefined;
let count = 0;

for await (const lead of way === "stream" ? await streamLeads() : await listLeads()) {
  firstMs ??= performance.now() - startedAt;
  if (lead.id) count += 1;
}
console.log(
  JSON.stringify({ count, firstMs, totalMs: performance.now() - startedAt, startBytes, peakBytes: peakMemory() }),
);
process.exit();

async function streamLeads(): Promise<AsyncIterable<Lead>> {
  const { createClient } = await import("@serviceform/client");
  return createClient({ baseUrl, apiKey: "k" }).stream.listLeads();
}

async function listLeads(): Promise<Lead[]> {
  const { create } = (await import(String(peer))) as { create: CreatePeer };
  return (await create({ baseUrl, apiKey: "k" }).listLeads({})) as Lead[];
}
