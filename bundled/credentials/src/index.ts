export { CredentialsError, MissingKeyError } from "./credentials-error.js";
export { assertNoKeyFlag, KEY_FLAG_NAMES, type KeyFlags, parseKeyFlags } from "./key-flags.js";
export { type KeySource, parseKeySource } from "./key-source.js";
export { type Profile, readProfile } from "./profile.js";
export { type Connection, resolveConnection } from "./resolve-connection.js";
export { type Environment, resolveKey } from "./resolve-key.js";
