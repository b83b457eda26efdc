import { defineConfig } from "rolldown";
import manifest from "./package.json" with { type: "json" };

/** What npm installs beside it; private workspaces become part of it. */
const external = [/^node:/, /^@modelcontextprotocol\//, /^@serviceform\/(client|sandbox|sync|types)(\/|$)/];

export default defineConfig({
  input: {
    index: "src/index.ts",
    "cli/index": "src/cli/index.ts",
    "cli/main": "src/cli/main.ts",
    // Started as a process by its path, one folder beside the chunk that starts it.
    "query/child": "src/query/child.ts",
  },
  external,
  transform: { define: { MCP_VERSION: JSON.stringify(manifest.version) } },
  platform: "node",
  output: {
    format: "es",
    dir: "dist",
    sourcemap: true,
    comments: { jsdoc: false },
    chunkFileNames: "chunks/[name].js",
  },
});
