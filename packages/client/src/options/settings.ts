import {
  type OperationId,
  type OtherCredentials,
  operationTable,
  serverUrl,
  usesSecuritySchemes,
} from "@serviceform/types";
import { InvalidInput } from "../errors/invalid-input.js";
import { isPlainObject } from "../plain-object.js";
import { parseApiKey } from "./api-key.js";
import { parseBaseUrl } from "./base-url.js";
import type { CallOptions, Extra } from "./call-options.js";
import type { ClientOptions, RetryOptions } from "./client-options.js";
import { type Credentials, credentialRules, parseCredentials } from "./credentials.js";
import { readEnvironment } from "./environment.js";
import type { Fetch } from "./fetch.js";
import { parseHeaders } from "./headers.js";
import { isBrowser } from "./is-browser.js";
import type { Hooks, Logger } from "./observers.js";
import { type Defined, parseOptions } from "./parse-options.js";
import {
  aBoolean,
  aFunction,
  anAbortSignal,
  anObject,
  anObserver,
  aString,
  atLeast,
  either,
  integerAtLeast,
  oneOf,
  type Rules,
} from "./rule.js";
import type { ValidationMode, Validators } from "./validation.js";

/** Valid options with all defaults: those of a client, or of one call merged with them. */
export interface Settings {
  readonly apiKey: string | (() => unknown);
  /** By security scheme, if the contract has others than one key. */
  readonly credentials?: Credentials;
  readonly baseUrl: string;
  readonly fetch?: Fetch;
  readonly headers: Readonly<Record<string, string>>;
  readonly timeoutMs: number;
  readonly totalTimeoutMs: number;
  readonly retries: Readonly<Required<Defined<RetryOptions>>> & { readonly budget: number };
  readonly maxConcurrency: number;
  readonly maxResponseBytes: number;
  readonly hooks?: Hooks;
  readonly logger?: Logger;
  readonly validate?: ValidationMode;
  readonly validators?: Validators;
  readonly signal?: AbortSignal;
  readonly extra?: Extra;
}

const RETRY_RULES: Rules<RetryOptions> = {
  limit: integerAtLeast(0),
  baseDelayMs: atLeast(0),
  maxDelayMs: atLeast(0),
  maxRetryAfterMs: atLeast(0),
};
const CLIENT_RETRY_RULES = { ...RETRY_RULES, budget: atLeast(0) };
const RETRY_DEFAULTS = { limit: 2, baseDelayMs: 500, maxDelayMs: 8_000, maxRetryAfterMs: 60_000, budget: 100 };
const HOOK_RULES: Rules<Hooks> = {
  onRequest: aFunction,
  onResponse: aFunction,
  onRetry: aFunction,
  onError: aFunction,
};
const LOGGER_RULES: Rules<Logger> = { debug: aFunction, info: aFunction, warn: aFunction, error: aFunction };
const SHARED_RULES = {
  timeoutMs: atLeast(1),
  totalTimeoutMs: atLeast(1),
  retries: either(integerAtLeast(0), anObject),
  headers: anObject,
};
const validate = oneOf("off", "warn", "throw");
/** For requests that the contract does not have. */
export const CUSTOM_CALL_RULES: Rules<Omit<CallOptions, "validate" | "extra">> = {
  ...SHARED_RULES,
  signal: anAbortSignal,
};
const CALL_RULES: Rules<CallOptions> = { ...CUSTOM_CALL_RULES, validate, extra: anObject };
const EXTRA_RULES: Rules<Extra> = { query: anObject, body: anObject };
const CLIENT_RULES: Rules<Omit<ClientOptions, keyof OtherCredentials>> = {
  ...SHARED_RULES,
  validate,
  apiKey: either(aString, aFunction),
  baseUrl: aString,
  fetch: aFunction,
  maxConcurrency: integerAtLeast(1),
  hooks: anObserver,
  logger: anObserver,
  validators: anObject,
  dangerouslyAllowBrowser: aBoolean,
  allowInsecureHttp: aBoolean,
  maxResponseBytes: integerAtLeast(1),
};

/** Set by the build; undefined if the sources run without a build. */
declare const CLIENT_VERSION: string | undefined;
const USER_AGENT = `serviceform-client/${typeof CLIENT_VERSION === "string" ? CLIENT_VERSION : "source"}`;

/** Validates the options of a client and fills in the defaults. Throws `InvalidInput`. */
export function parseClientOptions(options: ClientOptions): Settings {
  const {
    retries = {},
    dangerouslyAllowBrowser,
    allowInsecureHttp,
    headers,
    ...defined
  } = parseOptions(options, (usesSecuritySchemes ? clientRules() : CLIENT_RULES) as Rules<ClientOptions>);
  const { hooks, logger } = defined;
  parseOptions(isPlainObject(hooks) ? hooks : pickMethods(hooks, HOOK_RULES), HOOK_RULES, { name: "hooks" });
  parseOptions(pickMethods(logger, LOGGER_RULES), LOGGER_RULES, { name: "logger" });
  requireValidators(defined);
  const isPage = isBrowser();
  if (isPage && !dangerouslyAllowBrowser) {
    const message = "dangerouslyAllowBrowser must be true in a browser; every visitor can read the key";
    throw new InvalidInput("browser_not_allowed", "dangerouslyAllowBrowser", message);
  }

  const { apiKey = readEnvironment("SERVICEFORM_API_KEY") } = defined;
  const { baseUrl = readEnvironment("SERVICEFORM_BASE_URL") ?? serverUrl } = defined;
  const allowsInsecureHttp = (): boolean =>
    allowInsecureHttp ?? readEnvironment("SERVICEFORM_ALLOW_INSECURE_HTTP") === "true";
  return {
    timeoutMs: 30_000,
    totalTimeoutMs: 120_000,
    maxConcurrency: Number.POSITIVE_INFINITY,
    maxResponseBytes: 134_217_728,
    ...defined,
    ...(usesSecuritySchemes
      ? { apiKey: "", credentials: parseCredentials(defined) }
      : { apiKey: typeof apiKey === "function" ? apiKey : parseApiKey(apiKey) }),
    baseUrl: parseBaseUrl(baseUrl, allowsInsecureHttp),
    // Browsers set their own; an additional header would only complicate cross-origin requests.
    headers: { ...(!isPage && { "user-agent": USER_AGENT }), ...(headers && parseHeaders(headers)) },
    retries: { ...RETRY_DEFAULTS, ...parseRetries(retries, CLIENT_RETRY_RULES) },
  };
}

/** The rules if the options of credentials are the security schemes. */
function clientRules(): object {
  const { apiKey: _, ...others } = CLIENT_RULES;
  return { ...others, ...credentialRules() };
}

/** Validates the options of a call and merges them with the client's. Throws `InvalidInput`. */
export function parseCallOptions(
  options: CallOptions,
  settings: Settings,
  rules: Partial<Rules<CallOptions>> = CALL_RULES,
): Settings {
  const { retries = {}, headers, extra, ...defined } = parseOptions(options, rules);
  requireValidators({ ...settings, ...defined });
  return {
    ...settings,
    ...defined,
    headers: { ...settings.headers, ...(headers && parseHeaders(headers)) },
    retries: { ...settings.retries, ...parseRetries(retries, RETRY_RULES) },
    ...(extra && { extra: parseOptions(extra, EXTRA_RULES, { name: "extra" }) }),
  };
}

/** The methods of an observer, which may be of a class that has fields of its own. */
function pickMethods<Methods extends object>(observer: Methods | undefined, rules: Rules<Methods>): Methods {
  const names = Object.keys(rules) as (keyof Methods)[]; // The type of rules has no other keys.
  return Object.fromEntries(names.map((name) => [name, observer?.[name]])) as Methods; // Has the same keys.
}

function requireValidators({ validate = "off", validators }: Pick<ClientOptions, "validate" | "validators">): void {
  if (validate === "off" || Object.keys(operationTable).every((id) => validators?.[id as OperationId])) return;
  const message = "validators is required; import it from @serviceform/client/validate";
  throw new InvalidInput("missing_validators", "validators", message);
}

function parseRetries(retries: number | RetryOptions, rules: Rules<RetryOptions>): Defined<RetryOptions> {
  return typeof retries === "number" ? { limit: retries } : parseOptions(retries, rules, { name: "retries" });
}
