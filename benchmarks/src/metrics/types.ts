import { cp, mkdir, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { operationTable } from "@serviceform/types";
import { cacheFolder, packageFolder } from "../compile.ts";
import { type GeneratorName, generatePeer, generators, peersFolder } from "../generate-peer.ts";
import type { Metric } from "../metric.ts";
import { OURS, peers } from "../peer.ts";
import { atMost, whole } from "../result.ts";
import { runNode } from "../run-node.ts";
import { createDocument, writeSpec } from "../synthetic-spec.ts";

const LIMIT = 300;
/** No additional paths. */
const SMALL = 0;
const workspace = join(packageFolder, "..");

/** Type instantiations of nine calls, in a small contract and in a large one. */
export const types: Metric = async ({ quick }) => {
  const large = quick ? 60 : 1_000;
  const counts = [await measure(SMALL), await measure(large)];
  const [few = Number.NaN, many = Number.NaN] = counts.map((byPeer) => byPeer.get(OURS));
  const rows = peers
    .map(({ name, label }) => ({ label, values: counts.map((byPeer) => byPeer.get(name)) }))
    .toSorted((left, right) => (left.values[1] ?? Number.MAX_VALUE) - (right.values[1] ?? Number.MAX_VALUE));
  return {
    method: `Type instantiations of a file with nine calls, over those of an empty file, as the compiler's --extendedDiagnostics counts them with skipLibCheck; in the contract itself and in one with paths added, from which every client is generated anew.`,
    tables: [
      {
        columns: ["peer", `${Object.keys(operationTable).length} operations`, `${whole(large)} paths`],
        rows: rows.map(({ label, values }) => [
          label,
          ...values.map((value) => (value === undefined ? "–" : whole(value))),
        ]),
      },
    ],
    targets: [
      atMost(`instantiations of nine calls at ${whole(large)} paths`, many, LIMIT, whole),
      atMost(`instantiations at ${whole(large)} paths beyond those in the contract`, many - few, 0, whole),
    ],
  };
};

/** Instantiations by peer, minus those of an empty file; an unavailable generator has none. */
async function measure(paths: number): Promise<Map<string, number>> {
  const folder = join(cacheFolder, "types", String(paths));
  await rm(folder, { recursive: true, force: true });
  const document = await createDocument(paths);
  await writeSpec(document, join(folder, "spec"));
  const bundled = join(folder, "openapi.json");
  await writeFile(bundled, JSON.stringify(document));
  await installOurs(folder);
  const empty = join(folder, "empty.ts");
  await writeFile(empty, "export {};\n");
  const base = await countInstantiations(empty);
  const counts = new Map<string, number>();
  for (const { name } of peers) {
    const target = join(folder, "peers", name);
    await cp(join(peersFolder, name), target, { recursive: true });
    if (paths !== SMALL && name in generators) {
      const generation = { spec: bundled, folder: join(target, "generated"), setup: name };
      const generated = await generatePeer(name as GeneratorName, generation).catch(() => false);
      if (generated === false) continue;
    }
    counts.set(name, (await countInstantiations(join(target, "nine-calls.ts"))) - base);
  }
  return counts;
}

/** Generates, builds and installs our packages as a consumer gets them: only declarations. */
async function installOurs(folder: string): Promise<void> {
  await runNode([join(workspace, "scripts/generate/main.ts"), "--root", folder]);
  const scope = join(folder, "node_modules/@serviceform");
  const source = join(folder, "packages/types/src");
  await mkdir(scope, { recursive: true });
  const own = join(workspace, "packages/types/src");
  await cp(own, source, { recursive: true, filter: (path) => path !== join(own, "generated") });
  const declarations = [
    "--declaration",
    "--emitDeclarationOnly",
    "--rootDir",
    source,
    "--outDir",
    join(scope, "types/dist"),
  ];
  await compile(...declarations, "--module", "nodenext", join(source, "index.ts"));
  await cp(join(workspace, "packages/types/package.json"), join(scope, "types/package.json"));
  await cp(join(workspace, "packages/client/package.json"), join(scope, "client/package.json"));
  await cp(join(workspace, "packages/client/dist"), join(scope, "client/dist"), { recursive: true });
}

async function countInstantiations(file: string): Promise<number> {
  const bundler = ["--module", "esnext", "--moduleResolution", "bundler", "--allowImportingTsExtensions"];
  const output = await compile("--noEmit", "--extendedDiagnostics", "--singleThreaded", ...bundler, file);
  const [, count] = output.match(/^Instantiations:\s+(\d+)$/m) ?? [];
  if (!count) throw new Error(`the compiler printed no number of instantiations:\n${output}`);
  return Number(count);
}

function compile(...args: string[]): Promise<string> {
  const strict = ["--ignoreConfig", "--strict", "--exactOptionalPropertyTypes", "--skipLibCheck"];
  const platform = ["--target", "es2023", "--lib", "es2023,dom,dom.iterable"];
  return runNode([join(packageFolder, "node_modules/typescript/bin/tsc"), ...strict, ...platform, ...args]);
}
