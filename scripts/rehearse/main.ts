import { mkdtemp, realpath, rm } from "node:fs/promises";
import { homedir, tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { readOptions } from "../read-options.ts";
import { commitAll } from "./commit-all.ts";
import { copyTree } from "./copy-tree.ts";
import { readPack } from "./read-pack.ts";
import { rehearse } from "./rehearse.ts";
import { startRegistry } from "./start-registry.ts";

const ROOT = resolve(import.meta.dirname, "../..");

const values = readOptions({ check: { type: "string" } });

try {
  if (values.check === undefined) await rehearseInCopy();
  else await checkPack(resolve(process.env.INIT_CWD ?? "", values.check));
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}

/** Checks the tarballs of `changeset pack`, as the release does before it publishes them. */
async function checkPack(folder: string): Promise<void> {
  const packed = await readPack(folder, [ROOT, `${homedir()}/`]);
  for (const { name, version, integrity } of packed) console.log(`${name}@${version} ${integrity}`);
}

async function rehearseInCopy(): Promise<void> {
  const folder = await realpath(await mkdtemp(join(tmpdir(), "serviceform-rehearsal-")));
  const cleanUp = () => rm(folder, { recursive: true, force: true });
  // An interrupt also removes all files; the registry gets the signal too.
  process.once("SIGINT", () => void cleanUp().finally(() => process.exit(130)));
  const started = Date.now();
  try {
    const tree = join(folder, "tree");
    const [registry] = await Promise.all([startRegistry(join(folder, "registry")), copyTree(ROOT, tree)]);
    await using _ = registry;
    await commitAll(tree);
    const secrets = [folder, ROOT, `${homedir()}/`, new URL(registry.url).host];
    await rehearse({ tree, registry, secrets, log: console.log }, folder);
    console.log(
      `Three releases went through in ${Math.round((Date.now() - started) / 1000)} s. Nothing is left behind.`,
    );
  } finally {
    await cleanUp();
  }
}
