import { execFile } from "node:child_process";
import { globSync } from "node:fs";
import { mkdir, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";

/** Generators of clients. `npx` downloads them when they run, so that an install does not include them. */
export const generators = {
  "hey-api": {
    package: "@hey-api/openapi-ts",
    version: "0.99.0",
    bin: "openapi-ts",
    args: ({ spec, folder }: Generation) => ["-i", spec, "-o", folder, "-s", "--no-log-file"],
  },
  orval: {
    package: "orval",
    version: "8.38.0",
    bin: "orval",
    args: ({ setup }: Generation) => ["--config", join(peersFolder, setup, "orval.config.mjs")],
  },
  "swagger-typescript-api": {
    package: "swagger-typescript-api",
    version: "13.13.0",
    bin: "swagger-typescript-api",
    args: ({ spec, folder }: Generation) => ["generate", "-p", spec, "-o", folder, "-n", "client.ts"],
  },
} as const;

export type GeneratorName = keyof typeof generators;

export const peersFolder: string = join(import.meta.dirname, "../peers");

/** The compiler of the generators; some accept no newer one. */
const TYPESCRIPT = "typescript@5.9.3";

export interface Generation {
  /** A bundled document. */
  readonly spec: string;
  /** Where the client is written; emptied before. */
  readonly folder: string;
  /** The folder in `peers/` with the configuration of the generator. */
  readonly setup: string;
}

/** Writes the client of a peer. Needs the package registry or npm's cache. */
export async function generatePeer(name: GeneratorName, generation: Generation): Promise<void> {
  const { spec, folder } = generation;
  const generator = generators[name];
  await rm(folder, { recursive: true, force: true });
  await mkdir(folder, { recursive: true });
  const packages = ["-p", `${generator.package}@${generator.version}`, "-p", TYPESCRIPT];
  const env = {
    ...process.env,
    npm_config_ignore_scripts: "true",
    BENCH_SPEC: spec,
    BENCH_OUTPUT: folder,
    BENCH_SEND: join(peersFolder, "orval/send.ts"),
  };
  // Inside this repository npx takes TypeScript 7 from it, which the generators cannot use.
  await promisify(execFile)("npx", ["-y", ...packages, generator.bin, ...generator.args(generation)], {
    env,
    cwd: tmpdir(),
  });
  for (const file of globSync("**/*.ts", { cwd: folder })) await adapt(join(folder, file));
}

/** Adds the file extensions that Node.js requires, and disables type checks, since our rules are stricter. */
async function adapt(file: string): Promise<void> {
  const text = await readFile(file, "utf8");
  const imports = text
    .replaceAll(/ from (['"])(\.[^'"]*?)\1/g, (all, quote: string, path: string) =>
      path.endsWith(".ts")
        ? all
        : ` from ${quote}${path.endsWith("/client") && !path.includes(".gen") ? `${path}/index` : path}.ts${quote}`,
    )
    // Some imports have an extension already.
    .replace(/^\/\/ @ts-nocheck\n/m, "");
  await writeFile(
    file,
    `// @ts-nocheck: generated code, which does not pass the stricter rules of this repository\n${imports}`,
  );
}
