import { defineConfig } from "rolldown";

/** One file for each entry of `exports`, and one for all that `createClient` needs: every file that is loaded costs time. */
export default defineConfig({
  input: ["src/index.ts", "src/create-fetch-client.ts", "src/validate.ts"],
  platform: "neutral",
  // The operation table becomes part of it, so the dependency on its package is exact.
  external: /^(?!@serviceform\/types$)[^./]/,
  output: {
    dir: "dist",
    sourcemap: true,
    minifyInternalExports: false,
    chunkFileNames: "[name].js",
    codeSplitting: { groups: [{ name: "create-client", test: /create-client\.ts$/ }] },
  },
});
