import { type CallInfo, ConfigurationError, type ConfigurationErrorCode } from "./errors.js";

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

/** Runs what validates options or input; what it finds invalid is thrown as the public error, with the call it belongs to. */
export function withPublicErrors<Value>(work: () => Value, getCall?: () => CallInfo): Value {
  try {
    return work();
  } catch (error) {
    throw error instanceof InvalidInput ? toConfigurationError(error, getCall?.()) : error;
  }
}

export function toConfigurationError(
  { code, param, message, cause }: InvalidInput,
  call?: CallInfo,
): ConfigurationError {
  return new ConfigurationError(message, call, { param, code }, cause === undefined ? {} : { cause });
}
