import { defineConfig } from "rolldown";

// Each module that Node loads costs about a millisecond at import, so what is published is one file an entry and one
// that they share. The declarations are those of tsc.
export default defineConfig({
  input: ["src/index.ts", "src/create-fetch-client.ts", "src/validate.ts"],
  external: /^(openapi-fetch$|@serviceform\/types)/,
  platform: "neutral",
  output: { dir: "dist", sourcemap: true, chunkFileNames: "client.js" },
});
