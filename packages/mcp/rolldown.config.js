import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { defineConfig } from "rolldown";
import manifest from "./package.json" with { type: "json" };

/** Always a package of its own: an application shares the client with the server. */
const ours = /^@serviceform\/(client|sandbox|sync|types)(\/|$)/;

/** Private workspaces become part of both. */
const build = ({ input, external, chunks, ...options }) => ({
  input,
  external: [/^node:/, ours, ...external],
  platform: "node",
  // No comments with the paths of modules, some of which are outside of the repository.
  experimental: { attachDebugInfo: "none" },
  ...options,
  // The oldest version in `engines`.
  transform: { target: "node20.19", define: { MCP_VERSION: JSON.stringify(manifest.version) } },
  output: {
    format: "es",
    dir: "dist",
    sourcemap: external.length > 0,
    comments: { jsdoc: false },
    chunkFileNames: `${chunks}/[name].js`,
  },
});

export default defineConfig([
  // In an application the SDK is the one that its transport is of.
  build({ input: { index: "src/index.ts" }, external: [/^@modelcontextprotocol\//], chunks: "chunks" }),
  // A process starts in half the time with the SDK in it, without the parts that it does not use.
  build({
    input: {
      "cli/index": "src/cli/index.ts",
      "cli/main": "src/cli/main.ts",
      // Started as a process by its path, one folder beside the chunk that starts it.
      "query/child": "src/query/child.ts",
    },
    external: [],
    chunks: "bundle",
    resolve: {
      alias: { "@modelcontextprotocol/server/_shims": fileURLToPath(new URL("src/cli/sdk-shims.ts", import.meta.url)) },
    },
    plugins: [thirdPartyLicenses("third-party-licenses.txt")],
  }),
]);

/** A rolldown plugin: writes the licenses of the npm packages that became part of the output. */
function thirdPartyLicenses(fileName) {
  return {
    name: "third-party-licenses",
    generateBundle(_options, bundle) {
      const modules = Object.values(bundle).flatMap(({ moduleIds = [] }) => moduleIds);
      const folders = new Set(modules.map(folderOf).filter((folder) => folder !== undefined));
      const texts = [...folders].map(renderLicense).sort();
      this.emitFile({ type: "asset", fileName, source: `${texts.join(`\n${"-".repeat(80)}\n\n`)}` });
    },
  };
}

/** The folder of the npm package that a module belongs to. */
function folderOf(module) {
  return /^.*\/node_modules\/(?:@[^/]+\/)?[^/]+(?=\/)/.exec(module)?.[0];
}

function renderLicense(folder) {
  const { name, version, license } = JSON.parse(readFileSync(join(folder, "package.json"), "utf8"));
  const file = readdirSync(folder).find((entry) => /^licen[cs]e/i.test(entry));
  if (file === undefined) throw new Error(`${name} has no file with its license`);
  return `${name} ${version} (${license})\n\n${readFileSync(join(folder, file), "utf8").trim()}\n`;
}
