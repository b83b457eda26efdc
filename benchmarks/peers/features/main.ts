import { writeFile } from "node:fs/promises";
import { generatePeers } from "../../src/generate-peers.ts";

await generatePeers();
// Imports the generated clients.
const { page, renderPage } = await import("./features.ts");
await writeFile(page, await renderPage());
