import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { checkPublished } from "./check-published.ts";
import { type Packed, readPack } from "./read-pack.ts";
import { runNode } from "./run.ts";
import type { Registry } from "./start-registry.ts";

/** Where a release is rehearsed. */
export interface ReleaseContext {
  readonly tree: string;
  readonly registry: Registry;
  readonly log: (text: string) => void;
  /** What no tarball may contain. */
  readonly secrets: readonly string[];
}

/** Versions, builds, packs, checks and publishes the packages of the changesets, and asserts that publishing again has no effect. */
export async function release(context: ReleaseContext, packDir: string): Promise<Packed[]> {
  const { tree, registry, log, secrets } = context;
  const changeset = (...args: string[]) => runInTree(context, "node_modules/@changesets/cli/bin.js", ...args);
  await changeset("version");
  for (const folder of await foldersToBuild(tree)) {
    await runNode(["--run", "build"], { cwd: folder, env: registry.env });
  }
  await changeset("pack", "--out-dir", packDir);
  const packed = await readPack(packDir, secrets);
  if (packed.length === 0) throw new Error("Nothing was packed: no package has a version that is not published yet.");
  const releaseScript = (...args: string[]) => runInTree(context, ".github/release.js", ...args);
  const digest = (await releaseScript("digest", packDir)).trim();
  await expectFailure(releaseScript("publish", packDir, "a wrong digest"), "another digest");
  await releaseScript("publish", packDir, digest);
  for (const one of packed) {
    await checkPublished(registry.url, one);
    log(`  ${one.name}@${one.version} is published as it was packed`);
  }
  const again = (await releaseScript("publish", packDir, digest)).trim().split("\n");
  const isDone = again.length === packed.length && again.every((line) => line.endsWith("is published already"));
  if (!isDone) throw new Error(`Publishing again is not without effect:\n${again.join("\n")}`);
  log("  publishing again has nothing to do");
  return packed;
}

/** Runs a script of the tree and returns its output; throws the output if the script fails. */
export function runInTree({ tree, registry }: ReleaseContext, script: string, ...args: string[]): Promise<string> {
  return runNode([join(tree, script), ...args], { cwd: tree, env: registry.env });
}

/** Throws unless the attempt fails with this sentence. */
export async function expectFailure(attempt: Promise<unknown>, sentence: string): Promise<void> {
  const failure = await attempt.then(
    () => undefined,
    (error: Error) => error,
  );
  if (failure === undefined) throw new Error(`Expected a failure: ${sentence}`);
  if (!failure.message.includes(sentence)) throw failure;
}

interface Manifest {
  name: string;
  private?: boolean;
  dependencies?: Record<string, string>;
  devDependencies?: Record<string, string>;
}

/** The folders of the published and the bundled packages, each after its dependencies. */
async function foldersToBuild(tree: string): Promise<string[]> {
  const found: { folder: string; manifest: Manifest }[] = [];
  for (const parent of ["bundled", "packages"].map((name) => join(tree, name))) {
    for (const name of await readdir(parent)) {
      const folder = join(parent, name);
      const text = await readFile(join(folder, "package.json"), "utf8").catch(() => undefined);
      if (text !== undefined) found.push({ folder, manifest: JSON.parse(text) });
    }
  }
  const sorted = new Set<(typeof found)[number]>();
  const visit = (one: (typeof found)[number], path: readonly string[]): void => {
    const { name, dependencies, devDependencies } = one.manifest;
    if (sorted.has(one) || path.includes(name)) return;
    const sources = { ...dependencies, ...devDependencies };
    for (const other of found) if (other.manifest.name in sources) visit(other, [...path, name]);
    sorted.add(one);
  };
  for (const one of found) visit(one, []);
  return [...sorted].map(({ folder }) => folder);
}
