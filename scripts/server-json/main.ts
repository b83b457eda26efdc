import { readFileSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { createServerJson } from "./create-server-json.ts";

// Usage: npx -y pnpm@12 server-json: writes packages/mcp/server.json from the manifest beside it.
const folder = join(resolve(import.meta.dirname, "../.."), "packages/mcp");
const manifest = JSON.parse(readFileSync(join(folder, "package.json"), "utf8"));
writeFileSync(join(folder, "server.json"), createServerJson(manifest));
