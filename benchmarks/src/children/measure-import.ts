import { writeSync } from "node:fs";
import type { CreatePeer } from "../peer.ts";

/** Imports and creates one peer, makes one call if it gets a server, and prints the age of the process in milliseconds. */
const [, , peer, baseUrl] = process.argv;
if (peer) {
  const { create } = (await import(peer)) as { create: CreatePeer };
  const calls = create({ baseUrl: baseUrl ?? "https://api.example.com", apiKey: "k" });
  if (baseUrl) await calls.getItem({ spaceId: "s", itemId: "i" });
}
writeSync(1, String(performance.now()));
process.exit();
