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
export async function release({ tree, registry, log, secrets }: ReleaseContext, packDir: string): Promise<Packed[]> {
  const changeset = (...args: string[]) =>
    runNode([join(tree, "node_modules/@changesets/cli/bin.js"), ...args], { cwd: tree, env: registry.env });
  await changeset("version");
  for (const folder of await foldersToBuild(tree)) {
    await runNode(["--run", "build"], { cwd: folder, env: registry.env });
  }
  await changeset("pack", "--out-dir", packDir);
  const packed = await readPack(packDir, secrets);
  if (packed.length === 0) throw new Error("Nothing was packed: no package has a version that is not published yet.");
  const releaseScript = (...args: string[]) =>
    runNode([join(tree, ".github/release.js"), ...args], { cwd: tree, env: registry.env });
  const digest = (await releaseScript("digest", packDir)).trim();
  await expectRejected(releaseScript("publish", packDir, "a wrong digest"));
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

/** Asserts that a tarball with another digest is not published. */
async function expectRejected(publishing: Promise<unknown>): Promise<void> {
  const error = await publishing.then(
    () => undefined,
    (reason: Error) => reason,
  );
  if (!error?.message.includes("another digest")) throw error ?? new Error("A wrong digest was published.");
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
