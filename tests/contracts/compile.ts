import { execFile } from "node:child_process";
import { cp, mkdir, mkdtempDisposable, readdir, readFile, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { type OpenApi, renderFiles } from "./render-files.ts";

const packages = join(import.meta.dirname, "../../packages");
const tsc = join(dirname(fileURLToPath(import.meta.resolve("typescript/package.json"))), "bin/tsc");

/** A contract and a module that uses its types. */
export interface Compilation {
  readonly document: OpenApi;
  readonly uses?: string;
}

/**
 * Compiles the types of each contract with the settings of the packages, and the client if its module uses it; returns
 * the output of the compiler.
 */
export async function compile(cases: Readonly<Record<string, Compilation>>): Promise<string> {
  await using temporary = await mkdtempDisposable(join(tmpdir(), "contracts-"));
  const folder = temporary.path;
  for (const [name, { document, uses = "" }] of Object.entries(cases)) {
    const root = join(folder, name);
    const usesClient = uses.includes("ServiceformClient");
    await copySources(root, usesClient ? ["types", "client"] : ["types"]);
    for (const [file, text] of await renderFiles(document)) await writeFile(join(root, "types/generated", file), text);
    const client = usesClient ? 'import type { ServiceformClient } from "./client/index.js";\n' : "";
    const types = 'import type * as types from "./types/index.js";\nexport type Types = typeof types;\n';
    await writeFile(join(root, "uses.ts"), `${client}${types}${uses}`);
  }
  await cp(join(packages, "../tsconfig.base.json"), join(folder, "tsconfig.base.json"));
  const types = join(packages, "client/node_modules");
  await writeFile(join(folder, "package.json"), '{ "type": "module" }');
  const compilerOptions = {
    noEmit: true,
    lib: ["ES2023", "DOM"],
    paths: { "openapi-fetch": [join(types, "openapi-fetch/dist/index.d.mts")] },
  };
  await writeFile(join(folder, "tsconfig.json"), JSON.stringify({ extends: "./tsconfig.base.json", compilerOptions }));
  return await new Promise((resolve) => {
    execFile(process.execPath, [tsc, "-p", folder], { cwd: folder }, (error, stdout, stderr) => {
      resolve(error && stdout + stderr === "" ? error.message : stdout + stderr);
    });
  });
}

/** The sources of packages, which import each other by relative paths. */
async function copySources(root: string, names: readonly string[]): Promise<void> {
  for (const name of names) {
    const source = join(packages, name, "src");
    for (const file of await readdir(source, { recursive: true })) {
      if (!file.endsWith(".ts") || /\.test(-d)?\.ts$|^generated/.test(file)) continue;
      const text = await readFile(join(source, file), "utf8");
      const target = join(root, name, file);
      await mkdir(dirname(target), { recursive: true });
      const up = "../".repeat(file.split("/").length);
      await writeFile(
        target,
        text.replaceAll(/"@serviceform\/types(\/contract)?"/g, (_, entry = "") => `"${up}types${entry}/index.js"`),
      );
    }
  }
  await mkdir(join(root, "types/generated"), { recursive: true });
}
