import { readFileSync } from "node:fs";
import { join } from "node:path";

const page = readFileSync(join(import.meta.dirname, "../../../docs/test-with-the-sandbox.md"), "utf8");

/** The compose file of the guide. */
export const [, compose = ""] = /^```yaml title=compose\.yaml\n([\s\S]*?)^```$/m.exec(page) ?? [];

/** The value of a name in the compose file. */
export const entryOf = (name: string): string => new RegExp(`^ +${name}: "?(.+?)"?$`, "m").exec(compose)?.[1] ?? "";

const [, ...given] = entryOf("command")
  .split("@serviceform/sandbox ")
  .join(" ")
  .split(/(?=--)/);

/** The flags of the sandbox, with their values. */
export const flags: readonly string[] = given;

/** Where the app finds the sandbox. */
export const base = new URL(entryOf("SERVICEFORM_BASE_URL"));
