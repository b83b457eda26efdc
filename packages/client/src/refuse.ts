import { type CallFacts, ConfigurationError } from "./errors.js";

/** The catalogue of refusals, with reasons and remedies; short, since every bundle carries it. */
const CATALOGUE = "https://github.com/serviceform/serviceform-api#errors";

/** Refuses an option or an input key by its name; values are never shown. */
export function refuse(refused: string, why: string, cause?: unknown): never {
  throw withCall({ message: `${refused} ${why} (see ${CATALOGUE})`, refused, cause });
}

/** A refusal, with the call that it happened in. */
export function withCall(
  { message, refused, cause }: Pick<ConfigurationError, "message" | "refused" | "cause">,
  call?: CallFacts,
): ConfigurationError {
  return new ConfigurationError(message, call, { refused }, cause === undefined ? {} : { cause });
}
