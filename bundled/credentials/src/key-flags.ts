import { CredentialsError } from "./credentials-error.js";
import { type KeySource, parseKeySource } from "./key-source.js";

/** The flags that name the source of the key, without their dashes. */
export const KEY_FLAG_NAMES = ["profile", "key-env", "key-file", "key-command"] as const;

/** The values of these flags. */
export type KeyFlags = { readonly [Name in (typeof KEY_FLAG_NAMES)[number]]?: string | undefined };

/** Returns the source or the profile that a flag names; undefined without a flag. Throws if two of them are set. */
export function parseKeyFlags(flags: KeyFlags): KeySource | { readonly profile: string } | undefined {
  const names = KEY_FLAG_NAMES.filter((name) => flags[name] !== undefined);
  const [name, second] = names;
  if (second !== undefined) throw new CredentialsError(`--${name} must not be combined with --${second}`);
  if (name === undefined) return undefined;

  const value = flags[name] ?? "";
  if (value.trim() === "") throw new CredentialsError(`--${name} must not be empty`);
  return name === "profile" ? { profile: value } : parseKeySource(`${name.slice("key-".length)}:${value}`, `--${name}`);
}

/** Rejects `--key`, without showing its value: process lists and shell histories show command lines. */
export function assertNoKeyFlag(argv: readonly string[]): void {
  if (!argv.some((argument) => /^--(api-)?key(=|$)/.test(argument))) return;
  const advice = "use --profile, --key-env, --key-file or --key-command";
  throw new CredentialsError(`--key must not be given, since process lists and histories show it; ${advice}`);
}
