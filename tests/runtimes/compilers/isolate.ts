import { cp, mkdir, readdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { runToSuccess } from "../src/run.ts";

const SOURCES = join(import.meta.dirname, "declarations");

/** Installs client and sandbox with pnpm in `declarations/` of the consumer, where no other package can be imported. */
export async function isolate(consumer: string): Promise<void> {
  const folder = join(consumer, "declarations");
  const tarballs = await readdir(join(consumer, "tarballs"));
  const tarball = (name: string) => `file:../tarballs/${tarballs.find((file) => file.includes(name))}`;
  const dependencies = { "@serviceform/client": tarball("client"), "@serviceform/sandbox": tarball("sandbox") };
  await mkdir(folder);
  await cp(SOURCES, folder, { recursive: true });
  await writeFile(join(folder, "package.json"), JSON.stringify({ private: true, type: "module", dependencies }));
  await writeFile(join(folder, "pnpm-workspace.yaml"), `overrides:\n  "@serviceform/types": "${tarball("types")}"\n`);
  await runToSuccess("pnpm", ["install", "--ignore-scripts"], folder);
}
