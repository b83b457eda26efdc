import { Readable } from "node:stream";
import type { CompletionEntry } from "../completion/render-completion.js";
import { UsageError } from "../errors/usage-error.js";
import type { Io } from "../io.js";

/** The oldest Node.js version for each optional package; `node:sqlite` needs no flag from 22.13 on. */
const NODE = { sync: [22, 13], mcp: [20, 19] } as const;

interface PackageCommand {
  /** What can follow each command; versions of another release may lack it. */
  readonly listCommands?: () => Readonly<Record<string, readonly string[]>>;
  run(argv: readonly string[], io: PackageIo): Promise<number>;
}

interface PackageIo extends Io {
  /** In a global install, another package does not find the sandbox of this one. */
  readonly loadSandbox: () => Promise<typeof import("@serviceform/sandbox")>;
}

/** Loads an optional package and runs its command. */
export async function runPackage(name: "sync" | "mcp", argv: readonly string[], io: Io): Promise<number> {
  assertNode(name, process.versions.node);
  // Not opened until it is read.
  const stdin = io.stdin && Readable.from(io.stdin, { objectMode: false });
  const loadSandbox = () => import("@serviceform/sandbox");
  return (await load(name)).run(argv, { ...io, ...(stdin && { stdin }), loadSandbox });
}

/** The commands of an optional package, for completion; none if it is not installed or needs a newer Node.js version. */
export async function listPackageCommands(name: "sync"): Promise<readonly CompletionEntry[]> {
  try {
    assertNode(name, process.versions.node);
    const commands = (await load(name)).listCommands?.() ?? {};
    return Object.entries(commands).map(([command, following]) => ({ words: [name, command], following }));
  } catch (error) {
    if (error instanceof UsageError) return [];
    throw error;
  }
}

export function assertNode(name: "sync" | "mcp", version: string): void {
  const [major, minor] = NODE[name];
  const [ownMajor = 0, ownMinor = 0] = version.split(".").map(Number);
  if (ownMajor > major || (ownMajor === major && ownMinor >= minor)) return;
  throw new UsageError(`serviceform ${name} needs Node.js ${major}.${minor} or newer; this is ${version}`);
}

async function load(name: "sync" | "mcp"): Promise<PackageCommand> {
  const entry = `@serviceform/${name}/cli`;
  try {
    return await import(entry);
  } catch (error) {
    const { code, message = "" } = Object(error);
    if (code !== "ERR_MODULE_NOT_FOUND" || !message.includes(`@serviceform/${name}`)) throw error;
    throw missingPackage(name);
  }
}

/** A command that is installed globally does not find what is installed in a project. */
export function missingPackage(name: "sync" | "mcp"): UsageError {
  const both = `@serviceform/cli @serviceform/${name}`;
  return new UsageError(
    `serviceform ${name} needs @serviceform/${name} beside @serviceform/cli; npm install --global ${both}, or both in a project`,
  );
}
