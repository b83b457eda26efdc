import { execFile } from "node:child_process";
import { globSync } from "node:fs";
import { mkdir, readFile, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { promisify } from "node:util";

/** Generators of clients. They run from the package registry when asked for, so that an install carries none of them. */
export const generators = {
  "hey-api": {
    package: "@hey-api/openapi-ts",
    version: "0.99.0",
    command: (spec: string, folder: string) => ["openapi-ts", "-i", spec, "-o", folder, "-s", "--no-log-file"],
  },
  orval: {
    package: "orval",
    version: "8.38.0",
    command: () => ["orval", "--config", join(peersFolder, "orval/orval.config.mjs")],
  },
  "swagger-typescript-api": {
    package: "swagger-typescript-api",
    version: "13.13.0",
    command: (spec: string, folder: string) => [
      "swagger-typescript-api",
      "generate",
      "-p",
      spec,
      "-o",
      folder,
      "-n",
      "client.ts",
    ],
  },
} as const;

export type GeneratorName = keyof typeof generators;

export const peersFolder: string = join(import.meta.dirname, "../peers");

/** The compiler that the generators print through; some accept no newer one. */
const TYPESCRIPT = "typescript@5.9.3";

/** Writes a peer's client for a bundled document into an emptied folder. Needs the package registry or npm's cache. */
export async function generatePeer(name: GeneratorName, spec: string, folder: string): Promise<void> {
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
  await promisify(execFile)("npx", ["-y", ...packages, ...generator.command(spec, folder)], { env, cwd: folder });
  for (const file of globSync("**/*.ts", { cwd: folder })) await adapt(join(folder, file));
}

/** What a file needs here: explicit extensions, which Node asks for, and no check by this workspace's stricter rules. */
async function adapt(file: string): Promise<void> {
  const text = await readFile(file, "utf8");
  const imports = text
    .replaceAll(/ from (['"])(\.[^'"]*?)\1/g, (all, quote: string, path: string) =>
      path.endsWith(".ts")
        ? all
        : ` from ${quote}${path.endsWith("/client") && !path.includes(".gen") ? `${path}/index` : path}.ts${quote}`,
    )
    .replace(/^\/\/ @ts-nocheck\n/m, ""); // some have it already
  await writeFile(file, `// @ts-nocheck\n${imports}`); // our rules are stricter than those the peer was generated for
}
