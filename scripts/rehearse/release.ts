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

/** Versions, builds, packs, checks and publishes what the changesets ask for, and proves that nothing is left to do. */
export async function release({ tree, registry, log, secrets }: ReleaseContext, packDir: string): Promise<Packed[]> {
  const changeset = (...args: string[]) =>
    runNode([join(tree, "node_modules/@changesets/cli/bin.js"), ...args], { cwd: tree, env: registry.env });
  await changeset("version");
  for (const folder of await publishedFolders(tree)) {
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

/** What is not what was packed is not published. */
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
}

/** The folders of the packages that are published, each after those that it depends on. */
async function publishedFolders(tree: string): Promise<string[]> {
  const packages = join(tree, "packages");
  const found: { folder: string; manifest: Manifest }[] = [];
  for (const name of await readdir(packages)) {
    const folder = join(packages, name);
    const text = await readFile(join(folder, "package.json"), "utf8").catch(() => undefined);
    const manifest = text === undefined ? undefined : (JSON.parse(text) as Manifest);
    if (manifest !== undefined && manifest.private !== true) found.push({ folder, manifest });
  }
  const sorted: typeof found = [];
  const visit = (one: (typeof found)[number]): void => {
    if (sorted.includes(one)) return;
    for (const other of found) if (other.manifest.name in (one.manifest.dependencies ?? {})) visit(other);
    sorted.push(one);
  };
  found.forEach(visit);
  return sorted.map(({ folder }) => folder);
}
