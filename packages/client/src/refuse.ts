import { type CallFacts, ConfigurationError } from "./errors.js";

/** Refuses an option or an input key by its name; values are never shown. */
export function refuse(refused: string, why: string, cause?: unknown): never {
  throw withCall({ message: `${refused} ${why}`, refused, cause });
}

/** A refusal, with the call that it happened in. */
export function withCall(
  { message, refused, cause }: Pick<ConfigurationError, "message" | "refused" | "cause">,
  call?: CallFacts,
): ConfigurationError {
  return new ConfigurationError(message, call, { refused }, cause === undefined ? {} : { cause });
}
