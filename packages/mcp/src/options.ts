import { existsSync } from "node:fs";
import type { ServiceformClient } from "@serviceform/client";

/** How personal data leaves the server: as it is, as masks, or not at all. */
export type Personal = "full" | "masked" | "none";

/** The options of `createMcpServer`. */
export interface McpServerOptions {
  /** Makes the calls. Create it once: cursors and confirmations belong to it. */
  readonly client: ServiceformClient;
  /** Offers the tools that create and update. @default false */
  readonly write?: boolean;
  /** Offers the tools that delete; each deletion is confirmed. @default false */
  readonly delete?: boolean;
  /** How personal data is shown. @default "masked" */
  readonly personal?: Personal;
  /**
   * Leaves out `history`, `message`, `lastMessage` and `tokens`, which can hold instructions for the assistant; so can
   * the fields that remain, such as `name` and `referrer`. @default false
   */
  readonly lockdown?: boolean;
  /** The size of the text in one response, in UTF-8 bytes. @default 8000 */
  readonly maxBytes?: number;
  /** Keeps only the tools with these names. */
  readonly tools?: readonly string[];
  /** A SQLite file that `serviceform sync` writes: tools over whole lists read it, and the tool `query` is added. */
  readonly mirror?: string;
}

/** Validated options with their defaults. */
export interface Settings extends Required<Omit<McpServerOptions, "client" | "tools" | "mirror">> {
  readonly tools: readonly string[] | undefined;
  readonly mirror: string | undefined;
}

/** Enough for the sentences around the data and for a useful record. */
const MIN_MAX_BYTES = 1000;

/** @throws {TypeError} naming the option that is invalid */
export function parseOptions(
  options: Omit<McpServerOptions, "client">,
  nodeVersion: string = process.versions.node,
): Settings {
  const { write = false, lockdown = false, personal = "masked", maxBytes = 8000, tools, mirror, ...rest } = options;
  const { delete: deletes = false, ...unknown } = rest;
  const [name] = Object.keys(unknown);
  assertOption(name === undefined, `unknown option "${name}"`);
  for (const [key, value] of Object.entries({ write, delete: deletes, lockdown })) {
    assertOption(typeof value === "boolean", `${key} must be a boolean`);
  }
  assertOption(["full", "masked", "none"].includes(personal), "personal must be full, masked or none");
  const isSize = Number.isSafeInteger(maxBytes) && maxBytes >= MIN_MAX_BYTES;
  assertOption(isSize, `maxBytes must be an integer of at least ${MIN_MAX_BYTES}`);
  const isNames = tools === undefined || (Array.isArray(tools) && tools.every((tool) => typeof tool === "string"));
  assertOption(isNames, "tools must be an array of tool names");
  assertOption(
    mirror === undefined || hasSqlite(nodeVersion),
    `mirror must not be given on Node.js ${nodeVersion}; it requires 22.13 or newer`,
  );
  assertOption(mirror === undefined || existsSync(mirror), "mirror must be the path of a file that exists");
  return { write, delete: deletes, personal, lockdown, maxBytes, tools, mirror };
}

/** SQLite is part of Node.js from this version on. */
function hasSqlite(nodeVersion: string): boolean {
  const [major = 0, minor = 0] = nodeVersion.split(".").map(Number);
  return major > 22 || (major === 22 && minor >= 13);
}

export function assertOption(condition: boolean, message: string): asserts condition {
  if (!condition) throw new TypeError(message);
}
