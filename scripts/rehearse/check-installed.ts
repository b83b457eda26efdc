import { cp, mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import mcp from "../../packages/mcp/package.json" with { type: "json" };
import type { ReleaseContext } from "./release.ts";
import { run, runNode } from "./run.ts";

const TYPESCRIPT = "packages/types/node_modules/typescript/bin/tsc";
const COMPILER_OPTIONS = {
  target: "ES2023",
  lib: ["ES2023", "DOM", "DOM.AsyncIterable"],
  module: "NodeNext",
  types: [],
  strict: true,
  exactOptionalPropertyTypes: true,
  noEmit: true,
};

/** A user's folder with the latest versions from the registry. */
export interface Consumer {
  /** Compiles one of the programs beside this file; throws the compiler's output. */
  compile(program: string): Promise<void>;
  /** Runs one of them; throws if it fails. */
  start(program: string, ...args: readonly string[]): Promise<void>;
}

/** The SDK version of the MCP server's tests. */
const MCP_CLIENT = `@modelcontextprotocol/client@${mcp.devDependencies["@modelcontextprotocol/client"]}`;

/** Installs the published packages with npm in an empty folder. */
export async function installConsumer({ tree, registry }: ReleaseContext, folder: string): Promise<Consumer> {
  const options = { cwd: folder, env: registry.env };
  await mkdir(folder, { recursive: true });
  await writeFile(join(folder, "package.json"), JSON.stringify({ private: true, type: "module" }));
  const packages = ["@serviceform/client@latest", "@serviceform/sandbox@latest", MCP_CLIENT];
  await run("npm", ["install", "--ignore-scripts", "--no-audit", "--no-fund", ...packages], options);
  const take = async (program: string) => {
    await cp(join(import.meta.dirname, "consumer", `${program}.txt`), join(folder, program));
  };
  return {
    async compile(program) {
      await take(program);
      const config = { compilerOptions: COMPILER_OPTIONS, files: [program] };
      await writeFile(join(folder, "tsconfig.json"), JSON.stringify(config));
      await runNode([join(tree, TYPESCRIPT), "--project", "tsconfig.json"], options);
    },
    async start(program, ...args) {
      await take(program);
      await runNode([program, ...args], options);
    },
  };
}
