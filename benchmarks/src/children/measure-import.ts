import { writeSync } from "node:fs";
import type { CreatePeer } from "../peer.ts";

/** Imports and creates one peer, awaits one answer where it is given a server, and prints its age in milliseconds. */
const [, , peer, baseUrl] = process.argv;
if (peer) {
  const { create } = (await import(peer)) as { create: CreatePeer };
  const calls = create({ baseUrl: baseUrl ?? "https://api.example.com", apiKey: "k" });
  if (baseUrl) await calls.getItem({ spaceId: "s", itemId: "i" });
}
writeSync(1, String(performance.now()));
process.exit();
