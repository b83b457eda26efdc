import { ConfigurationError } from "@serviceform/client";
import type { Settings } from "./options.js";
import type { Redact } from "./record/redact-personal.js";
import { hasRecords } from "./target/has-records.js";

/** A mark that differs between two keys and reveals neither: the HMAC of a known text. */
export function toRedactionMark(redact: Redact | undefined): string | null {
  return redact === undefined ? null : redact("the redaction of a mirror");
}

/**
 * Rejects a redaction other than the one of the stored records of the account, which would mix values and HMACs.
 * @throws {ConfigurationError} naming `redact`
 */
export async function assertRedaction({ target, account, redact }: Settings): Promise<void> {
  const mark = toRedactionMark(redact);
  if ((await target.readRedaction(account)) === mark || !(await hasRecords(target, account))) return;
  // A first run may have stored its mark meanwhile, which it does before its records.
  const stored = await target.readRedaction(account);
  if (stored !== mark) throw redactionMismatch(account, { mark, stored: stored ?? null });
}

/** As `assertRedaction`, but a run stores the mark of an account without records. */
export async function claimRedaction({ target, account, redact }: Settings): Promise<void> {
  const mark = toRedactionMark(redact);
  const stored = await target.claimRedaction(account, mark);
  if (stored !== mark) throw redactionMismatch(account, { mark, stored });
}

export function redactionMismatch(
  account: string,
  { mark, stored }: { readonly mark: string | null; readonly stored: string | null },
): ConfigurationError {
  return new ConfigurationError(
    `${ruleFor(mark, stored)}, as in the first run of account "${account}" (--redact-key-env, --redact-key-file)`,
    {},
    { param: "redact", code: "invalid_option" },
  );
}

function ruleFor(mark: string | null, stored: string | null): string {
  if (stored === null) return "redact must not be given";
  return mark === null ? "redact is required" : "redact must have the same key";
}
