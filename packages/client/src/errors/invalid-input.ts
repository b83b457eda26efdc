import type { CallInfo } from "./call-info.js";
import type { ConfigurationErrorCode } from "./configuration-error-code.js";
import { ConfigurationError } from "./errors.js";

/** An option or input that is missing, unknown or invalid. Callers get it as a `ConfigurationError`. */
export class InvalidInput extends Error {
  readonly code: ConfigurationErrorCode;
  readonly param: string;

  constructor(code: ConfigurationErrorCode, param: string, message: string, options?: ErrorOptions) {
    super(message, options);
    this.code = code;
    this.param = param;
  }
}

/** An input that breaks a rule; the message is the name of the input and the rule. */
export function invalidInput(param: string, rule: string): InvalidInput {
  return new InvalidInput("invalid_input", param, `${param} ${rule}`);
}

/** Runs a validation of options or input, and throws an `InvalidInput` as the public error of the call. */
export function withPublicErrors<Value>(work: () => Value, call?: Partial<CallInfo>): Value {
  try {
    return work();
  } catch (error) {
    throw error instanceof InvalidInput ? toConfigurationError(error, call) : error;
  }
}

export function toConfigurationError(
  { code, param, message, cause }: InvalidInput,
  call?: Partial<CallInfo>,
): ConfigurationError {
  return new ConfigurationError(message, call, { param, code }, { cause });
}
