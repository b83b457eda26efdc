import { CredentialsError, MissingKeyError } from "./credentials-error.js";
import { type KeyFlags, parseKeyFlags } from "./key-flags.js";
import { readProfile } from "./profile.js";
import { type Environment, resolveKey } from "./resolve-key.js";

/** The key and address that a client needs. */
export interface Connection {
  readonly apiKey: string;
  /** Undefined means the client's default address. */
  readonly baseUrl: string | undefined;
}

const KEY_VARIABLE = "SERVICEFORM_API_KEY";
const URL_VARIABLE = "SERVICEFORM_BASE_URL";

/** They have no effect without `--sandbox`, with which no connection is resolved. */
const SANDBOX_FLAGS = ["sandbox-leads", "sandbox-seed"] as const;

type ConnectionFlags = KeyFlags & { readonly "base-url"?: string | undefined } & {
  readonly [Name in (typeof SANDBOX_FLAGS)[number]]?: unknown;
};

/**
 * The key and the address from flags, a profile, or the environment, in this order. Throws `CredentialsError` if no key
 * is available.
 */
export async function resolveConnection(flags: ConnectionFlags, environment: Environment): Promise<Connection> {
  const stray = SANDBOX_FLAGS.find((name) => flags[name] !== undefined);
  if (stray) throw new CredentialsError(`--${stray} must be given with --sandbox`);
  const source = parseKeyFlags(flags);
  const profile = source && "profile" in source ? await readProfile(source.profile, environment) : undefined;
  const baseUrl = flags["base-url"] ?? profile?.baseUrl ?? environment[URL_VARIABLE];
  if (profile) return { apiKey: await resolveKey(profile.key, environment), baseUrl };
  if (source && "kind" in source) return { apiKey: await resolveKey(source, environment), baseUrl };

  const apiKey = environment[KEY_VARIABLE]?.trim();
  if (apiKey) return { apiKey, baseUrl };
  const advice = `set ${KEY_VARIABLE}, or use --profile, --key-env, --key-file or --key-command`;
  throw new MissingKeyError(`a key is required; ${advice}; --sandbox works without an account`);
}
