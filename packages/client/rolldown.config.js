import { defineConfig } from "rolldown";
import manifest from "./package.json" with { type: "json" };

/** The classes of errors are the main entry's in every entry, so that `instanceof` holds whichever made the error. */
const errorsOfMainEntry = {
  name: "errors-of-main-entry",
  resolveId: (source) => (source === "./errors.js" ? { id: "./index.js", external: true } : undefined),
};

/** One file for each entry of `exports`: every further file that is loaded costs time. */
const entry = (input, plugins = []) => ({
  input,
  plugins,
  platform: "neutral",
  // For the user agent.
  transform: { define: { CLIENT_VERSION: JSON.stringify(manifest.version) } },
  // The operation table becomes part of it, so the dependency on its package is exact.
  external: /^(?!@serviceform\/types$)[^./]/,
  // The declarations carry the docstrings.
  output: { dir: "dist", sourcemap: true, comments: { jsdoc: false } },
});

export default defineConfig([
  entry("src/index.ts"),
  entry("src/create-fetch-client.ts", [errorsOfMainEntry]),
  entry("src/validate.ts"),
]);
