import { readFileSync } from "node:fs";
import { availableParallelism } from "node:os";
import { join } from "node:path";
import { packageFolder } from "./compile.ts";
import { generators } from "./generate-peer.ts";
import { peers } from "./peer.ts";

/** The environment of a measurement, without anything that identifies the machine. */
export interface Environment {
  readonly date: string;
  readonly node: string;
  readonly cpus: number;
  readonly versions: Readonly<Record<string, string>>;
}

export function readEnvironment(): Environment {
  const generated = Object.values(generators).map(({ package: name, version }) => [name, version] as const);
  const installed = peers
    .flatMap((peer) => peer.packages)
    .filter((name) => !generated.some(([known]) => known === name))
    .map((name) => [name, installedVersion(name)] as const);
  return {
    date: new Date().toISOString().slice(0, 10),
    node: process.versions.node,
    cpus: availableParallelism(),
    versions: Object.fromEntries([...installed, ...generated].sort()),
  };
}

function installedVersion(name: string): string {
  const file = join(packageFolder, "node_modules", name, "package.json");
  return (JSON.parse(readFileSync(file, "utf8")) as { version: string }).version;
}
