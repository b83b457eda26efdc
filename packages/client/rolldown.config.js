import { defineConfig } from "rolldown";
import manifest from "./package.json" with { type: "json" };

/** The classes of errors are the main entry's in every entry, so that `instanceof` holds whichever made the error. */
const errorsOfMainEntry = {
  name: "errors-of-main-entry",
  resolveId: (source) => (/\/errors\.js$/.test(source) ? { id: "./index.js", external: true } : undefined),
};

const DEFAULT = "\0default-of-openapi-fetch";

/** Node.js takes the whole of a CommonJS module for its default; only a module without a package is spared that here. */
const defaultOfOpenapiFetch = {
  name: "default-of-openapi-fetch",
  resolveId(source, importer) {
    if (source !== "openapi-fetch") return undefined;
    return importer === DEFAULT ? { id: source, external: true } : DEFAULT;
  },
  load: (id) => (id === DEFAULT ? 'export { default } from "openapi-fetch";' : undefined),
};

/** One file in each format for each entry of `exports`: every further file that is loaded costs time. */
const entry = (name, input, plugins = []) => ({
  input: { [name]: input },
  plugins,
  platform: "neutral",
  // For the user agent.
  transform: { define: { CLIENT_VERSION: JSON.stringify(manifest.version) } },
  // What they import of `@serviceform/types` becomes part of them, so the dependency on it is exact.
  output: [output("es", "dist"), output("cjs", "dist/cjs")],
});

/** The declarations carry the docstrings. */
function output(format, dir) {
  return { format, dir, sourcemap: true, comments: { jsdoc: false } };
}

export default defineConfig([
  entry("index", "src/index.ts"),
  entry("openapi-fetch", "src/openapi-fetch/index.ts", [errorsOfMainEntry, defaultOfOpenapiFetch]),
  entry("validate", "src/validate/index.ts"),
]);
