import type { Flags } from "./parse-flags.js";

/** The address of the API and its key, for every command that calls the API. */
export const connectionFlags: Flags = {
  profile: { value: "name", help: "take key and address from this profile of config.json" },
  "key-env": { value: "variable", help: "read the API key from this variable (default: SERVICEFORM_API_KEY)" },
  "key-file": { value: "path", help: "read the API key from this file" },
  "key-command": { value: "command", help: "read the API key from the output of this command" },
  "base-url": { value: "url", help: "call another server" },
  sandbox: { help: "call a sandbox in memory, which needs no key" },
  "sandbox-leads": { value: "number", help: "leads of the sandbox (default: 60)" },
  "sandbox-seed": { value: "number", help: "seed of the sandbox (default: 1)" },
  timeout: { value: "ms", help: "time limit of an attempt" },
  retries: { value: "number", help: "retries of a call" },
};

/** The flags of every command. */
export const commonFlags: Flags = {
  quiet: { help: "leave out progress" },
  json: { help: "print JSON, errors too" },
  help: { help: "print this help" },
};

export const targetFlags: Flags = {
  to: {
    value: "target",
    help: "the mirror, sqlite:FILE, postgres://… or parquet:FOLDER (default: SERVICEFORM_SYNC_TO)",
  },
  account: { value: "name", help: "the account within the mirror (default: the profile, else default)" },
};

/**
 * The flags of commands that only read or purge a mirror. They take those of the connection too, so that a mirror needs
 * one set of flags; only the name of the profile matters.
 */
export const offlineFlags: Flags = { ...targetFlags, ...connectionFlags };

/** Required by every command of a mirror whose first run had them. */
export const redactionFlags: Flags = {
  "redact-key-env": { value: "variable", help: "store HMACs in place of personal values, by the key in this variable" },
  "redact-key-file": { value: "path", help: "store HMACs in place of personal values, by the key in this file" },
};

export const streamFlags: Flags = {
  streams: { value: "a,b", help: "what to mirror (default: leads,chats,items)" },
};
