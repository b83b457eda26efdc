import { globSync } from "node:fs";
import { mkdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { runGenerator } from "./run-generator.ts";

interface Manifest {
  readonly name: string;
  readonly description: string;
  readonly exports: Readonly<Record<string, string | { readonly types?: string }>>;
}

/** What the entries of a package are for, beside its main one. */
const ENTRIES: Readonly<Record<string, string>> = {
  "client/openapi-fetch": "The client by path, for code that is written for openapi-fetch.",
  "client/validate": "Validators of the inputs and responses of each operation.",
  "mcp/cli": "The command `serviceform-mcp`.",
  "sandbox/server": "The sandbox as an HTTP server, in Node.js.",
  "sync/cli": "The commands of `serviceform sync`.",
  "sync/parquet": "A mirror in Parquet files.",
  "sync/postgres": "A mirror in PostgreSQL.",
  "sync/sqlite": "A mirror in SQLite.",
  "sync/worker": "Workers, and the queue of their jobs.",
  "types/contract": "Parameters, bodies and responses of each operation with their schemas, and validators.",
  "types/describe": "Descriptions of operations and fields.",
};

const INTRODUCTION = `Every export of the packages, from their declarations. What each package is for, and how to use it:
[client](../packages/client.md), [sandbox](../packages/sandbox.md), [types](../packages/types.md),
[sync](../packages/sync.md), [mcp](../packages/mcp.md).`;

/** Writes a page for every export of the published packages, from their declarations. */
export async function describeSurface(root: string, generators: string, content: string): Promise<void> {
  const folder = join(content, ".entries");
  await mkdir(folder, { recursive: true });
  const entries: string[] = [];
  for (const name of ["types", "client", "sandbox", "sync", "mcp"]) {
    const manifest: Manifest = JSON.parse(await readFile(join(root, "packages", name, "package.json"), "utf8"));
    for (const [subpath, target] of Object.entries(manifest.exports)) {
      if (typeof target === "string" || target.types === undefined) continue;
      const entry = manifest.name + subpath.slice(1);
      const path = name + subpath.slice(1);
      const file = join(folder, `${path.replace("/", "-")}.ts`);
      const description = ENTRIES[path] ?? manifest.description;
      await writeFile(file, `/**\n * ${description}\n * @module ${entry}\n */\nexport * from "${entry}";\n`);
      entries.push(file);
    }
  }
  await writeFile(join(folder, "tsconfig.json"), JSON.stringify(compilerOptions(entries)));
  const options = join(folder, "typedoc.json");
  await writeFile(options, JSON.stringify(typedocOptions(folder, content, entries)));
  await runGenerator(generators, "typedoc/bin/typedoc", ["--options", options]);
  await fixPages(join(content, "typescript"));
}

/** Fixes anchors, and removes the headings that TypeDoc gives to openapi-typescript's descriptions. */
async function fixPages(folder: string): Promise<void> {
  for (const name of globSync("**/*.md", { cwd: folder })) {
    const file = join(folder, name);
    const text = await readFile(file, "utf8");
    const fixed = text
      // The theme writes `-` for `_` in a link to a table row, but not in the anchor.
      .replaceAll(/<a id="[^"]+">/g, (anchor) => anchor.replaceAll("_", "-"))
      .replaceAll(/\*\*Description\*\* /g, "")
      .replaceAll(/^## Extends\n\n- `\w+Schema`\n\n/gm, "")
      .replace(/^# TypeScript$/m, `$&\n\n${INTRODUCTION}`);
    await writeFile(file, fixed);
  }
}

function compilerOptions(files: readonly string[]): object {
  const lib = ["ES2024", "ESNext.Disposable", "DOM", "DOM.Iterable", "DOM.AsyncIterable"];
  return { compilerOptions: { module: "nodenext", strict: true, noEmit: true, types: ["node"], lib }, files };
}

function typedocOptions(folder: string, content: string, entryPoints: readonly string[]): object {
  return {
    plugin: ["typedoc-plugin-markdown", "typedoc-vitepress-theme"],
    name: "TypeScript",
    tsconfig: join(folder, "tsconfig.json"),
    entryPoints,
    sortEntryPoints: false,
    out: join(content, "typescript"),
    docsRoot: content,
    readme: "none",
    disableSources: true,
    // openapi-typescript writes `@description`.
    blockTags: ["@default", "@deprecated", "@description", "@example", "@module", "@param", "@returns", "@throws"],
    hidePageHeader: true,
    indexFormat: "table",
    parametersFormat: "table",
    interfacePropertiesFormat: "table",
    classPropertiesFormat: "table",
    typeDeclarationFormat: "table",
    propertyMembersFormat: "table",
    // A re-exported name has its page in the package that it comes from.
    excludeReferences: true,
    tableColumnSettings: { hideInherited: true },
  };
}
