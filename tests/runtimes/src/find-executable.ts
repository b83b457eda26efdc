import { existsSync } from "node:fs";
import { join } from "node:path";
import { RuntimeUnavailable } from "./runtime-unavailable.ts";

/** Where Debian installs servers; only the PATH of root has it. */
const SERVERS = "/usr/sbin";

/** The path of the first program that exists. Throws with the install command if none does. */
export function findExecutable(names: readonly string[], advice: string): string {
  for (const folder of [...(process.env.PATH ?? "").split(":"), SERVERS].filter(Boolean)) {
    for (const name of names) if (existsSync(join(folder, name))) return join(folder, name);
  }
  throw new RuntimeUnavailable(`there is no ${names[0]}; ${advice}`);
}
