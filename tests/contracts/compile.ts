import { execFile } from "node:child_process";
import { cp, mkdir, mkdtempDisposable, readdir, readFile, realpath, symlink, writeFile } from "node:fs/promises";
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
  const [types, client] = [await copySources(folder, "types"), await copySources(folder, "client")];
  const files: string[] = [];
  for (const [name, { document, uses = "" }] of Object.entries(cases)) {
    const root = join(folder, name);
    const usesClient = uses.includes("ServiceformClient");
    for (const sources of usesClient ? [types, client] : [types])
      files.push(...(await linkSources(sources, root)).map((file) => `${name}/${file}`));
    const generated = "types/generated";
    await mkdir(join(root, generated));
    for (const [file, text] of await renderFiles(document)) {
      await writeFile(join(root, generated, file), text);
      if (file.endsWith(".ts")) files.push(`${name}/${generated}/${file}`);
    }
    const clientImport = usesClient ? 'import type { ServiceformClient } from "./client/index.js";\n' : "";
    const typesImport = 'import type * as types from "./types/index.js";\nexport type Types = typeof types;\n';
    await writeFile(join(root, "uses.ts"), `${clientImport}${typesImport}${uses}`);
    files.push(`${name}/uses.ts`);
  }
  await cp(join(packages, "../tsconfig.base.json"), join(folder, "tsconfig.base.json"));
  // Its real path, beside which its own dependencies are.
  const openapiFetch = await realpath(join(packages, "client/node_modules/openapi-fetch/dist/index.d.mts"));
  await writeFile(join(folder, "package.json"), '{ "type": "module" }');
  const compilerOptions = {
    noEmit: true,
    lib: ["ES2023", "DOM"],
    preserveSymlinks: true,
    paths: { "openapi-fetch": [openapiFetch] },
  };
  const config = { extends: "./tsconfig.base.json", compilerOptions, files };
  await writeFile(join(folder, "tsconfig.json"), JSON.stringify(config));
  return await new Promise((resolve) => {
    execFile(process.execPath, [tsc, "-p", folder], { cwd: folder }, (error, stdout, stderr) => {
      resolve(error && stdout + stderr === "" ? error.message : stdout + stderr);
    });
  });
}

/** A copy of the sources of a package, whose imports of the other one are relative. */
interface Sources {
  readonly name: string;
  readonly folder: string;
  /** Paths within the folder. */
  readonly files: readonly string[];
}

async function copySources(parent: string, name: string): Promise<Sources> {
  const source = join(packages, name, "src");
  const folder = join(parent, "sources", name);
  const files = (await readdir(source, { recursive: true })).filter(
    (file) => file.endsWith(".ts") && !/\.test(-d)?\.ts$|^generated/.test(file),
  );
  for (const file of files) {
    const text = await readFile(join(source, file), "utf8");
    const target = join(folder, file);
    await mkdir(dirname(target), { recursive: true });
    const up = "../".repeat(file.split("/").length);
    await writeFile(
      target,
      text.replaceAll(/"@serviceform\/types(\/contract)?"/g, (_, entry = "") => `"${up}types${entry}/index.js"`),
    );
  }
  return { name, folder, files };
}

/** Links to the sources of a package, which the compiler takes for files of this folder; returns their paths in it. */
async function linkSources({ name, folder, files }: Sources, root: string): Promise<readonly string[]> {
  await mkdir(join(root, name), { recursive: true });
  for (const entry of await readdir(folder)) await symlink(join(folder, entry), join(root, name, entry));
  return files.map((file) => join(name, file));
}
