import { defineConfig } from "rolldown";
import manifest from "./package.json" with { type: "json" };

/** Every file is two folders deep, since the server looks for its pages from where it is. */
const build = (format, dir, input) => ({
  input,
  // The contract becomes part of it, so that the handlers respond by the one they were written for.
  platform: "node",
  transform: { define: { SANDBOX_VERSION: JSON.stringify(manifest.version) } },
  output: {
    format,
    dir,
    sourcemap: true,
    comments: { jsdoc: false },
    chunkFileNames: format === "es" ? "chunks/[name].js" : "[name].js",
  },
});

export default defineConfig([
  build("es", "dist", {
    index: "src/index.ts",
    "server/index": "src/server/index.ts",
    "server/cli": "src/server/cli.ts",
  }),
  build("cjs", "dist/cjs", { index: "src/index.ts", server: "src/server/index.ts" }),
  // The scripts of the pages, one file each.
  {
    input: { live: "src/ui/client/live.ts", reference: "src/ui/client/reference.ts" },
    platform: "browser",
    output: { format: "es", dir: "dist/ui/assets", comments: { jsdoc: false } },
  },
]);
