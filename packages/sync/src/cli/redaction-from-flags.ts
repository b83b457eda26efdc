import { createHmac } from "node:crypto";
import { readFile } from "node:fs/promises";
import type { SyncOptions } from "../options.js";
import type { CommandIo } from "./io.js";
import { type FlagValues, textOf } from "./parse-flags.js";
import { UsageError } from "./usage-error.js";

/** A short key can be guessed, and with it every email address. */
const MIN_KEY_LENGTH = 16;

/** HMAC-SHA-256 with the key that the flags name, which is not stored; undefined without a flag. */
export async function createRedactionFromFlags(values: FlagValues, io: CommandIo): Promise<SyncOptions["redact"]> {
  const [variable, path] = [textOf(values, "redact-key-env"), textOf(values, "redact-key-file")];
  if (variable !== undefined && path !== undefined)
    throw new UsageError("--redact-key-env must not be combined with --redact-key-file");
  if (variable === undefined && path === undefined) return undefined;

  const flag = variable === undefined ? "--redact-key-file" : "--redact-key-env";
  const key = path === undefined ? io.env[variable ?? ""] : await readKey(path);
  if ((key ?? "").length < MIN_KEY_LENGTH)
    throw new UsageError(`${flag} must name a key of at least ${MIN_KEY_LENGTH} characters`);
  return (value) =>
    `hmac:${createHmac("sha256", key ?? "")
      .update(value)
      .digest("hex")}`;
}

async function readKey(path: string): Promise<string | undefined> {
  const text = await readFile(path, "utf8").catch(() => undefined);
  return text?.trim();
}
