import { defineConfig } from "rolldown";

export default defineConfig({
  // All side by side, since a target starts its worker by a path from where it is.
  input: {
    index: "src/index.ts",
    cli: "src/cli/index.ts",
    parquet: "src/parquet/index.ts",
    "parquet-worker": "src/parquet/worker.ts",
    postgres: "src/postgres/index.ts",
    sqlite: "src/sqlite/index.ts",
    "sqlite-worker": "src/sqlite/worker.ts",
    worker: "src/worker/index.ts",
  },
  platform: "node",
  // The oldest version in `engines`, which cannot parse `using`.
  transform: { target: "node22.13" },
  external: [/^@serviceform\/(client|sandbox|types)/, "hyparquet-writer", "pg", "pg-copy-streams", /^pg-boss/],
  output: { format: "es", dir: "dist", sourcemap: true, comments: { jsdoc: false }, chunkFileNames: "[name].js" },
});
