import { serverUrl } from "@serviceform/types";
import type { RetryPolicy } from "./decide.js";
import type { Hooks, Logger } from "./events.js";
import { parseApiKey, parseBaseUrl, parseHeaders } from "./guards.js";
import { InvalidInput } from "./invalid-input.js";
import { isBrowser } from "./is-browser.js";
import type {
  CallOptions,
  ClientOptions,
  Defined,
  Extra,
  Fetch,
  RetryOptions,
  ValidationMode,
  Validators,
} from "./options.js";
import { aBoolean, aFunction, anObject, aString, atLeast, either, integerAtLeast, oneOf, type Rules } from "./rule.js";

/** Valid options with every default in place: those of a client, or those of one call laid over them. */
export interface Settings {
  readonly apiKey: string | (() => unknown);
  readonly baseUrl: string;
  readonly fetch?: Fetch;
  readonly headers: Readonly<Record<string, string>>;
  readonly timeoutMs: number;
  readonly totalTimeoutMs: number;
  readonly retries: RetryPolicy & { readonly budget: number };
  readonly maxConcurrency: number;
  readonly maxResponseBytes: number;
  readonly hooks?: Hooks;
  readonly logger?: Logger;
  readonly validate?: ValidationMode;
  readonly validators?: Validators;
  readonly signal?: AbortSignal;
  readonly extra?: CallOptions["extra"];
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
const SHARED_RULES = {
  timeoutMs: atLeast(1),
  totalTimeoutMs: atLeast(1),
  retries: either(integerAtLeast(0), anObject),
  headers: anObject,
  validate: oneOf("off", "warn", "throw"),
};
const CALL_RULES: Rules<CallOptions> = { ...SHARED_RULES, signal: anObject, extra: anObject };
const EXTRA_RULES: Rules<Extra> = { query: anObject, body: anObject };
const CLIENT_RULES: Rules<ClientOptions> = {
  ...SHARED_RULES,
  apiKey: either(aString, aFunction),
  baseUrl: aString,
  fetch: aFunction,
  maxConcurrency: integerAtLeast(1),
  hooks: anObject,
  logger: anObject,
  validators: anObject,
  dangerouslyAllowBrowser: aBoolean,
  allowInsecureHttp: aBoolean,
  maxResponseBytes: integerAtLeast(1),
};

/** Filled in by the build; sources that are run as they are have none. */
declare const CLIENT_VERSION: string | undefined;
const USER_AGENT = `serviceform-client/${typeof CLIENT_VERSION === "string" ? CLIENT_VERSION : "source"}`;

/** Validates the options of a client and fills in the defaults. Throws `InvalidInput`. */
export function parseClientOptions(options: ClientOptions): Settings {
  const { retries = {}, dangerouslyAllowBrowser, allowInsecureHttp, ...defined } = parseOptions(options, CLIENT_RULES);
  parseOptions(defined.hooks ?? {}, HOOK_RULES, { name: "hooks" });
  requireLogger(defined.logger);
  requireValidators(defined);
  const isPage = isBrowser();
  if (isPage && !dangerouslyAllowBrowser) {
    const message = "dangerouslyAllowBrowser must be true in a browser; every visitor can read the API key there";
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
    apiKey: typeof apiKey === "function" ? apiKey : parseApiKey(apiKey),
    baseUrl: parseBaseUrl(baseUrl, allowsInsecureHttp),
    // Browsers send their own; one more header would only make cross-origin requests harder.
    headers: { ...(!isPage && { "user-agent": USER_AGENT }), ...parseHeaders(defined.headers ?? {}) },
    retries: { ...RETRY_DEFAULTS, ...parseRetries(retries, CLIENT_RETRY_RULES) },
  };
}

/** Validates the options of a call and lays them over the client's. Throws `InvalidInput`. */
export function parseCallOptions(options: CallOptions, settings: Settings): Settings {
  const { retries = {}, headers = {}, extra = {}, ...defined } = parseOptions(options, CALL_RULES);
  if (defined.signal && !defined.signal.addEventListener) {
    throw new InvalidInput("invalid_option", "signal", "signal must be an AbortSignal");
  }
  requireValidators({ ...settings, ...defined });
  return {
    ...settings,
    ...defined,
    headers: { ...settings.headers, ...parseHeaders(headers) },
    retries: { ...settings.retries, ...parseRetries(retries, RETRY_RULES) },
    extra: parseOptions(extra, EXTRA_RULES, { name: "extra" }),
  };
}

function requireLogger(logger: Logger | undefined): void {
  for (const level of ["debug", "info", "warn", "error"] as const) {
    const method = logger?.[level];
    if (method === undefined || aFunction.accepts(method)) continue;
    throw new InvalidInput("invalid_option", `logger.${level}`, `logger.${level} must be a function`);
  }
}

function requireValidators({ validate = "off", validators }: Pick<ClientOptions, "validate" | "validators">): void {
  if (validate === "off" || validators) return;
  const message = "validators is required; import it from @serviceform/client/validate";
  throw new InvalidInput("missing_validators", "validators", message);
}

function parseRetries(retries: number | RetryOptions, rules: Rules<RetryOptions>): Defined<RetryOptions> {
  return typeof retries === "number" ? { limit: retries } : parseOptions(retries, rules, { name: "retries" });
}

/** An environment variable; one that is empty, or that the runtime forbids to read, is absent. */
function readEnvironment(name: string): string | undefined {
  try {
    return (globalThis as { process?: { env?: Record<string, string> } }).process?.env?.[name] || undefined;
  } catch {
    return undefined;
  }
}

/** What is validated: options, which may stand in an option of that name, or parts of the input. */
interface Group {
  readonly kind?: "option" | "input";
  readonly name?: string;
}

/** Returns the options without those that are `undefined`. Throws `InvalidInput` for one that is unknown or invalid. */
export function parseOptions<Options extends object>(
  options: Options,
  rules: Rules<Options>,
  { kind = "option", name }: Group = {},
): Defined<Options> {
  // The entries of a Map or an array are no properties: they would be ignored.
  if (!anObject.accepts(options) || Symbol.iterator in options) {
    const param = name ?? "options";
    throw new InvalidInput(`invalid_${kind}`, param, `${param} must be an object`);
  }
  const entries = Object.entries(options).filter(([key, value]) => {
    const param = name ? `${name}.${key}` : key;
    if (!Object.hasOwn(rules, key)) {
      const expected = Object.keys(rules).join(", ");
      throw new InvalidInput(`unknown_${kind}`, param, `unknown ${kind} "${param}"; expected ${expected}`);
    }
    const rule = rules[key as keyof Options];
    if (value === undefined) return false;
    if (rule.accepts(value)) return true;
    throw new InvalidInput(`invalid_${kind}`, param, `${param} must be ${rule.expected}`);
  });
  return Object.fromEntries(entries) as Defined<Options>;
}
