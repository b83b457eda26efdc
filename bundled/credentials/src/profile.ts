import { homedir } from "node:os";
import { isAbsolute, join } from "node:path";
import { CredentialsError } from "./credentials-error.js";
import { type KeySource, parseKeySource } from "./key-source.js";
import { readText } from "./read-text.js";
import type { Environment } from "./resolve-key.js";

/** An account that the user has named in `config.json`. */
export interface Profile {
  readonly key: KeySource;
  readonly baseUrl?: string;
}

/** Reads a profile of the user's `config.json`. Throws `CredentialsError` if it is missing or contains a key. */
export async function readProfile(name: string, environment: Environment): Promise<Profile> {
  const path = configPath(environment);
  const { profiles } = await readConfig(path);
  const names = Object.keys(Object(profiles));
  if (!names.includes(name)) {
    const known = names.length === 0 ? "it has none" : `expected ${names.join(", ")}`;
    throw new CredentialsError(`unknown profile "${name}" in ${path}; ${known}`);
  }
  const { key, baseUrl, ...others } = Object(Object(profiles)[name]) as { readonly [option: string]: unknown };
  const source = parseKeySource(key, `key of profile "${name}"`);
  const [unknown] = Object.keys(others);
  // With a misspelled address, the key would go to another server.
  if (unknown !== undefined) {
    throw new CredentialsError(`unknown option "${unknown}" of profile "${name}"; expected key, baseUrl`);
  }
  if (baseUrl !== undefined && typeof baseUrl !== "string") {
    throw new CredentialsError(`baseUrl of profile "${name}" must be a string`);
  }
  return { key: source, ...(baseUrl !== undefined && { baseUrl }) };
}

/** `config.json` in `%APPDATA%` on Windows, else in `$XDG_CONFIG_HOME` or `~/.config`. */
function configPath(environment: Environment): string {
  const folder =
    process.platform === "win32"
      ? environment.APPDATA || join(findHome(), "AppData", "Roaming")
      : (findXdgFolder(environment) ?? join(environment.HOME || findHome(), ".config"));
  return join(folder, "serviceform", "config.json");
}

/** A relative one is ignored, as the XDG Base Directory Specification demands: it would be below the current folder. */
function findXdgFolder({ XDG_CONFIG_HOME = "" }: Environment): string | undefined {
  return isAbsolute(XDG_CONFIG_HOME) ? XDG_CONFIG_HOME : undefined;
}

/** A container can run as a user that the system does not know; with an empty HOME, it would be the current folder. */
function findHome(): string {
  try {
    const home = homedir();
    if (home !== "") return home;
  } catch {
    // The error below names the variable.
  }
  throw new CredentialsError("HOME must be set, since the profiles are in a folder below it");
}

async function readConfig(path: string): Promise<{ readonly profiles?: unknown }> {
  const text = await readText(path).catch((error: NodeJS.ErrnoException) => {
    throw new CredentialsError(`${path} must be readable (${error.code}); it contains the profiles`);
  });
  try {
    return Object(JSON.parse(text));
  } catch {
    throw new CredentialsError(`${path} must be JSON`);
  }
}
