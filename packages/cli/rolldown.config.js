import { defineConfig } from "rolldown";
import manifest from "./package.json" with { type: "json" };

/** One file for what every command needs and one for what a list needs: every further file that is loaded costs time. */
const FILES_OF_COMMON_COMMANDS = [
  { name: "application", test: /\/src\/application\.ts$/, priority: 2 },
  { name: "call-operation", test: /\/src\/commands\/call-operation\.ts$/, priority: 1 },
];

export default defineConfig({
  input: "src/main.ts",
  platform: "node",
  // The private workspaces become part of it, and so do the descriptions of `@serviceform/types`, whose dependency is
  // exact: to find and load them takes a tenth of the time of a help. What else it depends on stays outside.
  external: [
    /^@serviceform\/(client|mcp|sandbox|sync)/,
    /^@serviceform\/types$/,
    "@stricli/core",
    "hyparquet-writer",
    "simple-ascii-chart",
  ],
  // The oldest version in `engines`.
  transform: { target: "node20.19", define: { CLI_VERSION: JSON.stringify(manifest.version) } },
  output: {
    format: "es",
    dir: "dist",
    sourcemap: true,
    comments: { jsdoc: false },
    chunkFileNames: "[name].js",
    codeSplitting: { groups: FILES_OF_COMMON_COMMANDS },
  },
});
