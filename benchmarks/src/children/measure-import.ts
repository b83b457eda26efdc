import { writeSync } from "node:fs";
import type { CreatePeer } from "../peer.ts";

/**
 * Imports a module, creates its peer if it has one, makes one call if it gets a server, and prints the age of the
 * process in milliseconds.
 */
const [, , module, baseUrl] = process.argv;
if (module) {
  const { create } = (await import(module)) as { create?: CreatePeer };
  const calls = create?.({ baseUrl: baseUrl ?? "https://api.example.com", apiKey: "k" });
  if (baseUrl) await calls?.getItem({ spaceId: "s", itemId: "i" });
}
writeSync(1, String(performance.now()));
process.exit();
